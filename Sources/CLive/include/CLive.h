// What pages get while they are previewed: a script and its style, embedded in the program.
#ifndef SITEGEN_CLIVE_H
#define SITEGEN_CLIVE_H

#include <stddef.h>

/// The script's bytes, and how many there are.
const unsigned char *sitegen_live_script(size_t *size);

/// The style sheet's bytes, and how many there are.
const unsigned char *sitegen_live_style(size_t *size);

#endif
