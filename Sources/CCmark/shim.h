// The one door to cmark-gfm. Only the Markup room imports this module.
#ifndef SITEGEN_CCMARK_SHIM_H
#define SITEGEN_CCMARK_SHIM_H

#if !__has_include(<cmark-gfm.h>) || !__has_include(<cmark-gfm-core-extensions.h>)
#error "sitegen needs cmark-gfm: apt-get install libcmark-gfm-dev libcmark-gfm-extensions-dev"
#endif

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/houdini.h>
#include <cmark-gfm/node.h>

// The extensions register their node types at run time, in mutable globals that Swift 6 refuses.
// The definitions are in the library; these functions read them after registration.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
    CMARK_NODE_STRIKETHROUGH;

static inline uint16_t sitegen_node_table(void) { return (uint16_t)CMARK_NODE_TABLE; }
static inline uint16_t sitegen_node_table_row(void) { return (uint16_t)CMARK_NODE_TABLE_ROW; }
static inline uint16_t sitegen_node_table_cell(void) { return (uint16_t)CMARK_NODE_TABLE_CELL; }
static inline uint16_t sitegen_node_strikethrough(void) {
  return (uint16_t)CMARK_NODE_STRIKETHROUGH;
}

#endif
