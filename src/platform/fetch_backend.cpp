#include "platform/fetch_backend.h"

#include <emscripten.h>

#include <cstdint>

EM_JS(void, agencyhandy_start,
      (int id, const char* url, const char* method, const char* const* headers, const char* body,
       int body_size, double timeout_ms),
      {
        const list = [];
        for (; HEAPU32[headers >> 2]; headers += 8) {
          list.push(
              [ UTF8ToString(HEAPU32[headers >> 2]), UTF8ToString(HEAPU32[(headers >> 2) + 1]) ]);
        }
        const bytes = body ? HEAPU8.slice(body, body + body_size) : null;
        startRequest(id, UTF8ToString(url), UTF8ToString(method), list, bytes, timeout_ms);
      });

EM_JS(void, agencyhandy_stop, (int id), { stopRequest(id); });

extern "C" {

// The names that Emscripten's emscripten_fetch.c knows its other half by. 3.1.6 has the third
// itself and calls the second there; later versions leave it to us.
void emscripten_start_fetch(emscripten_fetch_t* fetch) {
  const emscripten_fetch_attr_t& attributes = fetch->__attributes;
  fetch->id = static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(fetch));
  agencyhandy_start(static_cast<int>(fetch->id), fetch->url, attributes.requestMethod,
                    attributes.requestHeaders, attributes.requestData,
                    static_cast<int>(attributes.requestDataSize), attributes.timeoutMSecs);
}
void _emscripten_fetch_free(unsigned) {}
__attribute__((weak)) void emscripten_fetch_free(unsigned) {}

// The end of a request. `data`, of malloc(), holds `size` bytes of body, then the headers with a
// NUL.
EMSCRIPTEN_KEEPALIVE void agencyhandy_finish(emscripten_fetch_t* fetch, int status,
                                             const char* data, int size) {
  fetch->data = data;
  fetch->numBytes = fetch->totalBytes = static_cast<std::uint64_t>(size);
  fetch->readyState = 4;
  fetch->status = static_cast<unsigned short>(status);
  const emscripten_fetch_attr_t& attributes = fetch->__attributes;
  (status >= 200 && status < 300 ? attributes.onsuccess : attributes.onerror)(fetch);
}

}  // extern "C"

namespace agencyhandy {

std::string_view HeadersOf(const emscripten_fetch_t* fetch) {
  return fetch->data + fetch->numBytes;
}

void StopFetch(emscripten_fetch_t* fetch) {
  agencyhandy_stop(static_cast<int>(fetch->id));
  fetch->readyState = 4;
}

}  // namespace agencyhandy
