#define _GNU_SOURCE
#include "CFetch.h"

#if __has_include(<curl/curl.h>)
#include <curl/curl.h>
#else
#error "sitegen needs libcurl: apt-get install libcurl4-openssl-dev"
#endif
#include <arpa/inet.h>
#include <dlfcn.h>
#include <netdb.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

// The functions of libcurl that are used. Its header wraps some of them in macros, hence the brackets.
static struct {
  CURLcode (*global_init)(long);
  CURL *(*easy_init)(void);
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_perform)(CURL *);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  void (*easy_cleanup)(CURL *);
  const char *(*easy_strerror)(CURLcode);
  struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
  void (*slist_free_all)(struct curl_slist *);
  int is_loaded;
} lib;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!handle) handle = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
  lib.global_init = dlsym(handle, "curl_global_init");
  lib.easy_init = dlsym(handle, "curl_easy_init");
  lib.easy_setopt = dlsym(handle, "curl_easy_setopt");
  lib.easy_perform = dlsym(handle, "curl_easy_perform");
  lib.easy_getinfo = dlsym(handle, "curl_easy_getinfo");
  lib.easy_cleanup = dlsym(handle, "curl_easy_cleanup");
  lib.easy_strerror = dlsym(handle, "curl_easy_strerror");
  lib.slist_append = dlsym(handle, "curl_slist_append");
  lib.slist_free_all = dlsym(handle, "curl_slist_free_all");
  lib.is_loaded = lib.global_init && lib.easy_init && lib.easy_setopt && lib.easy_perform &&
                  lib.easy_getinfo && lib.easy_cleanup && lib.easy_strerror && lib.slist_append &&
                  lib.slist_free_all && lib.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

// What a transfer writes to.
typedef struct {
  const sitegen_request *request;
  sitegen_response *response;
  size_t capacity;
  int is_refused;
} transfer;

// The last gate: whatever a name or an address was taken for before, only these are connected to.
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  (void)purpose;
  transfer *transfer = context;
  char text[INET6_ADDRSTRLEN] = "";
  const void *bytes = NULL;
  if (address->family == AF_INET) {
    bytes = &((const struct sockaddr_in *)&address->addr)->sin_addr;
  } else if (address->family == AF_INET6) {
    bytes = &((const struct sockaddr_in6 *)&address->addr)->sin6_addr;
  }
  char wanted[INET6_ADDRSTRLEN + 3];
  if (!bytes || !inet_ntop(address->family, bytes, text, sizeof text)) goto refuse;
  snprintf(wanted, sizeof wanted, ",%s,", text);
  if (!strstr(transfer->request->allowed, wanted)) goto refuse;
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
refuse:
  transfer->is_refused = 1;
  return CURL_SOCKET_BAD;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  transfer *transfer = context;
  sitegen_response *response = transfer->response;
  size_t length = size * count;
  size_t room = transfer->request->body_cap - response->body_size;
  size_t kept = length < room ? length : room;
  if (response->body_size + kept > transfer->capacity) {
    size_t capacity = (response->body_size + kept) * 2;
    if (capacity > transfer->request->body_cap) capacity = transfer->request->body_cap;
    unsigned char *grown = realloc(response->body, capacity);
    if (!grown) return 0;
    response->body = grown;
    transfer->capacity = capacity;
  }
  if (kept) memcpy(response->body + response->body_size, bytes, kept);
  response->body_size += kept;
  if (kept < length || transfer->request->body_cap == 0) {
    response->is_cut = 1;
    return 0;
  }
  return length;
}

static void take_field(const char *line, size_t length, const char *name, char **value) {
  size_t count = strlen(name);
  if (length <= count || strncasecmp(line, name, count) != 0) return;
  const char *start = line + count, *end = line + length;
  while (start < end && (*start == ' ' || *start == '\t')) start++;
  while (end > start && (end[-1] == '\r' || end[-1] == '\n' || end[-1] == ' ' || end[-1] == '\t')) end--;
  free(*value);
  *value = strndup(start, (size_t)(end - start));
}

static size_t take_header(char *line, size_t size, size_t count, void *context) {
  transfer *transfer = context;
  size_t length = size * count;
  if (length > 11 && strncasecmp(line, "set-cookie:", 11) == 0) transfer->response->sets_cookie = 1;
  take_field(line, length, "location:", &transfer->response->location);
  take_field(line, length, "content-type:", &transfer->response->content_type);
  take_field(line, length, "retry-after:", &transfer->response->retry_after);
  return length;
}

static sitegen_outcome outcome_of(CURLcode code, const transfer *transfer) {
  if (transfer->is_refused) return sitegen_refused_address;
  switch (code) {
  case CURLE_OK: return sitegen_fetched;
  // The body was longer than wanted, and the transfer ended by us.
  case CURLE_WRITE_ERROR: return transfer->response->is_cut ? sitegen_fetched : sitegen_other_failure;
  case CURLE_COULDNT_CONNECT: return sitegen_cannot_connect;
  case CURLE_OPERATION_TIMEDOUT: return sitegen_timed_out;
  case CURLE_PEER_FAILED_VERIFICATION: return sitegen_bad_certificate;
  case CURLE_SSL_CONNECT_ERROR: return sitegen_bad_tls;
  case CURLE_GOT_NOTHING:
  case CURLE_RECV_ERROR:
  case CURLE_SEND_ERROR:
  case CURLE_PARTIAL_FILE:
  case CURLE_WEIRD_SERVER_REPLY:
  case CURLE_UNSUPPORTED_PROTOCOL:
  case CURLE_HTTP2:
  case CURLE_HTTP2_STREAM: return sitegen_broken;
  default: return sitegen_other_failure;
  }
}

void sitegen_fetch(const sitegen_request *request, sitegen_response *response) {
  memset(response, 0, sizeof *response);
  pthread_once(&once, load);
  if (!lib.is_loaded) {
    response->outcome = sitegen_no_library;
    return;
  }
  CURL *handle = lib.easy_init();
  if (!handle) {
    response->outcome = sitegen_other_failure;
    return;
  }
  transfer transfer = {.request = request, .response = response};
  struct curl_slist *pins = request->pin ? lib.slist_append(NULL, request->pin) : NULL;
  char error[CURL_ERROR_SIZE] = "";
#define SET(option, value) (lib.easy_setopt)(handle, option, value)
  SET(CURLOPT_ERRORBUFFER, error);
  SET(CURLOPT_URL, request->url);
  SET(CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
  SET(CURLOPT_FOLLOWLOCATION, 0L);
  SET(CURLOPT_NOSIGNAL, 1L);
  // A proxy would look names up by itself, and connect to whatever they mean there.
  SET(CURLOPT_PROXY, "");
  SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  SET(CURLOPT_USERAGENT, request->user_agent);
  SET(CURLOPT_NOBODY, request->is_head ? 1L : 0L);
  SET(CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
  SET(CURLOPT_TIMEOUT_MS, request->total_milliseconds);
  if (pins) SET(CURLOPT_RESOLVE, pins);
  SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
  SET(CURLOPT_OPENSOCKETDATA, &transfer);
  SET(CURLOPT_WRITEFUNCTION, take_body);
  SET(CURLOPT_WRITEDATA, &transfer);
  SET(CURLOPT_HEADERFUNCTION, take_header);
  SET(CURLOPT_HEADERDATA, &transfer);
#undef SET
  CURLcode code = lib.easy_perform(handle);
  response->outcome = outcome_of(code, &transfer);
  if (code != CURLE_OK) {
    snprintf(response->message, sizeof response->message, "%s", *error ? error : lib.easy_strerror(code));
  }
  (lib.easy_getinfo)(handle, CURLINFO_RESPONSE_CODE, &response->status);
  lib.easy_cleanup(handle);
  if (pins) lib.slist_free_all(pins);
}

long sitegen_seconds_until(const char *retry_after) {
  char *end = NULL;
  long seconds = strtol(retry_after, &end, 10);
  if (end != retry_after && *end == 0) return seconds < 0 ? -1 : seconds;
  struct tm date = {0};
  end = strptime(retry_after, "%a, %d %b %Y %H:%M:%S GMT", &date);
  if (!end || *end) return -1;
  long left = (long)(timegm(&date) - time(NULL));
  return left < 0 ? 0 : left;
}

void sitegen_free_response(sitegen_response *response) {
  free(response->location);
  free(response->content_type);
  free(response->retry_after);
  free(response->body);
  memset(response, 0, sizeof *response);
}
