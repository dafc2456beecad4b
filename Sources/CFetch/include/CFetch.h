// One HTTP request with libcurl, whose options are variadic and whose hooks are C functions.
//
// libcurl is loaded when it is first used: a program that never asks the network does not wait for it and
// the libraries behind it.
#ifndef CFETCH_H
#define CFETCH_H

#include <stddef.h>

typedef struct {
  // http or https, without a user, without a fragment.
  const char *url;
  // "host:port:address,address": what the host's name means; null where the host is an address.
  const char *pin;
  // The addresses that may be connected to, each between commas: ",192.0.2.1,2001:db8::1,".
  const char *allowed;
  const char *user_agent;
  // 1 for HEAD, 0 for GET.
  int is_head;
  // The most bytes of the body that are kept; the transfer ends there.
  size_t body_cap;
  // The most time for the connection, and for all of it.
  long connect_milliseconds;
  long total_milliseconds;
} sitegen_request;

typedef enum {
  sitegen_fetched = 0,
  // libcurl is not there.
  sitegen_no_library,
  // The connection would have gone to another address.
  sitegen_refused_address,
  sitegen_cannot_connect,
  sitegen_timed_out,
  // The certificate cannot be trusted, or there is no encryption both sides know.
  sitegen_bad_certificate,
  sitegen_bad_tls,
  // The connection ended too soon, or what came is no HTTP.
  sitegen_broken,
  sitegen_other_failure,
} sitegen_outcome;

typedef struct {
  sitegen_outcome outcome;
  // libcurl's words for what went wrong.
  char message[256];
  long status;
  // Header fields as they came, or null; of several the last.
  char *location;
  char *content_type;
  char *retry_after;
  // 1 where the server wants a cookie kept.
  int sets_cookie;
  unsigned char *body;
  size_t body_size;
  // 1 where the body has more than was kept.
  int is_cut;
} sitegen_response;

// Makes the request; fills in the response, which is to be freed. Several threads may do so at once.
void sitegen_fetch(const sitegen_request *request, sitegen_response *response);
void sitegen_free_response(sitegen_response *response);

// The seconds that a Retry-After field asks for, a number or a date; -1 for neither.
long sitegen_seconds_until(const char *retry_after);

#endif
