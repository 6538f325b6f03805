// Owns the half of emscripten_fetch that Emscripten leaves to JavaScript: what its C half calls to
// send a request and to forget it. Behind it stands fetch_backend.js.
#pragma once

#include <emscripten/fetch.h>

#include <string_view>

namespace agencyhandy {

// The headers of a request that has ended, "name: value\r\n"…, names in lower case; until it is
// closed.
std::string_view HeadersOf(const emscripten_fetch_t* fetch);

// Ends a running request without a callback: emscripten_fetch_close() alone would make one.
void StopFetch(emscripten_fetch_t* fetch);

}  // namespace agencyhandy
