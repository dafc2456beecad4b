#include "CTheme.h"

// #embed is C23; clang has it as an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char page[] = {
#embed "../../Templates/page.mustache"
};
static const unsigned char header[] = {
#embed "../../Templates/header.mustache"
};
static const unsigned char aside[] = {
#embed "../../Templates/aside.mustache"
};
static const unsigned char footer[] = {
#embed "../../Templates/footer.mustache"
};
static const unsigned char site_css[] = {
#embed "../../Templates/site.css"
};
static const unsigned char site_js[] = {
#embed "../../Templates/site.js"
};
static const unsigned char theme_js[] = {
#embed "../../Templates/theme.js"
};
// One script of several files.
static const unsigned char search_js[] = {
#embed "../../Templates/search/start.js"
    ,
#embed "../../Templates/search/stemmer.js"
    ,
#embed "../../Templates/search/words.js"
    ,
#embed "../../Templates/search/files.js"
    ,
#embed "../../Templates/search/query.js"
    ,
#embed "../../Templates/search/index.js"
    ,
#embed "../../Templates/search/groups.js"
    ,
#embed "../../Templates/search/rank.js"
    ,
#embed "../../Templates/search/conditions.js"
    ,
#embed "../../Templates/search/excerpt.js"
    ,
#embed "../../Templates/search/engine.js"
    ,
#embed "../../Templates/search/view.js"
};
static const unsigned char search_css[] = {
#embed "../../Templates/search.css"
};
static const unsigned char map_css[] = {
#embed "../../Templates/map.css"
};
// One script of several files.
static const unsigned char map_js[] = {
#embed "../../Templates/map/base.js"
    ,
#embed "../../Templates/map/model.js"
    ,
#embed "../../Templates/map/choice.js"
    ,
#embed "../../Templates/map/view.js"
    ,
#embed "../../Templates/map/drawing.js"
    ,
#embed "../../Templates/map/pointers.js"
    ,
#embed "../../Templates/map/search.js"
    ,
#embed "../../Templates/map/table.js"
    ,
#embed "../../Templates/map/tree.js"
    ,
#embed "../../Templates/map/start.js"
};
static const unsigned char matrix_css[] = {
#embed "../../Templates/matrix.css"
};
static const unsigned char matrix_js[] = {
#embed "../../Templates/matrix.js"
};
static const unsigned char icon_svg[] = {
#embed "../../Templates/icon.svg"
};

static const sitegen_theme_file files[] = {
    {"page.mustache", page, sizeof page},       {"header.mustache", header, sizeof header},
    {"aside.mustache", aside, sizeof aside},    {"footer.mustache", footer, sizeof footer},
    {"site.css", site_css, sizeof site_css},    {"site.js", site_js, sizeof site_js},
    {"theme.js", theme_js, sizeof theme_js},    {"search.js", search_js, sizeof search_js},
    {"search.css", search_css, sizeof search_css},
    {"map.css", map_css, sizeof map_css},       {"map.js", map_js, sizeof map_js},
    {"matrix.css", matrix_css, sizeof matrix_css}, {"matrix.js", matrix_js, sizeof matrix_js},
    {"icon.svg", icon_svg, sizeof icon_svg},
};

const sitegen_theme_file *sitegen_theme_file_at(size_t index) {
  return index < sitegen_theme_count() ? &files[index] : NULL;
}

size_t sitegen_theme_count(void) { return sizeof files / sizeof *files; }
