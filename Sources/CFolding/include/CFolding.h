#ifndef SITEGEN_CFOLDING_H
#define SITEGEN_CFOLDING_H

#include <stddef.h>
#include <stdint.h>

/// How characters beyond ASCII are folded for the search: for each a character, how many characters it
/// folds to, and these. Characters that are not named fold to themselves or to nothing.
const uint32_t *sitegen_folds(void);

/// How many numbers `sitegen_folds` has.
size_t sitegen_folds_count(void);

#endif
