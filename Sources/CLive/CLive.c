#include "CLive.h"

// #embed is C23; clang has it as an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char script[] = {
#embed "live.js"
};
static const unsigned char style[] = {
#embed "live.css"
};

const unsigned char *sitegen_live_script(size_t *size) {
  *size = sizeof script;
  return script;
}

const unsigned char *sitegen_live_style(size_t *size) {
  *size = sizeof style;
  return style;
}
