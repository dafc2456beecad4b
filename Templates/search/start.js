// The search: loaded when it is first asked for. The files of this folder become one script, in the order that
// Sources/CTheme/CTheme.c gives. Each is a block that takes what it needs from `Search` and adds what it has.
"use strict";

const Search = {};
