// The header says all; a target needs a source.
#include "CPrefetch.h"
