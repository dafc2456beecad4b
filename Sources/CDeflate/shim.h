// libdeflate compresses whole buffers, for the files of the search index.
#if __has_include(<libdeflate.h>)
#include <libdeflate.h>
#else
#error "sitegen needs libdeflate: apt-get install libdeflate-dev"
#endif
