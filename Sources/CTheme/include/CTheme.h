// The theme's files, embedded in the program, so that it builds any folder anywhere.
#ifndef SITEGEN_CTHEME_H
#define SITEGEN_CTHEME_H

#include <stddef.h>

/// A file of the theme: its name in `Templates`, its bytes, and how many there are.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} sitegen_theme_file;

/// The file with an index below `sitegen_theme_count()`.
const sitegen_theme_file *sitegen_theme_file_at(size_t index);

/// How many files there are.
size_t sitegen_theme_count(void);

#endif
