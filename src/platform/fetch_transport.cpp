#include "platform/fetch_transport.h"

#include <emscripten.h>
#include <emscripten/fetch.h>

#include <cstdint>
#include <cstring>
#include <utility>

#include "core/text.h"

// Ends the backend's request without an event. Emscripten 3.1.6 does not abort on close and keeps
// its requests in an array; later ones keep them in a map.
EM_JS(void, agencyhandy_abort_request, (int fetch_id), {
  var request = Fetch.xhrs.get ? Fetch.xhrs.get(fetch_id) : Fetch.xhrs[fetch_id - 1];
  if (request) request.abort();
});

// Emscripten 3.1.6 never shrinks its array of requests.
EM_JS(void, agencyhandy_drop_requests, (), {
  if (Array.isArray(Fetch.xhrs)) Fetch.xhrs.length = 0;
});

namespace agencyhandy {
namespace {

// All that one request owns while it runs. One list of them: few run at a time.
struct Exchange {
  int id = 0;
  int context = 0;
  Completion completion = nullptr;
  Request request;  // its body too: emscripten_fetch does not copy that
  emscripten_fetch_t* fetch = nullptr;
  Exchange* next = nullptr;
};

Exchange* g_running = nullptr;

Exchange* TakeExchange(int id) {
  for (Exchange** link = &g_running; *link != nullptr; link = &(*link)->next) {
    Exchange* exchange = *link;
    if (exchange->id != id) continue;
    *link = exchange->next;
    return exchange;
  }
  return nullptr;
}

void Close(Exchange* exchange) {
  emscripten_fetch_t* fetch = exchange->fetch;
  if (fetch->data != nullptr) {
    Wipe(const_cast<char*>(fetch->data), static_cast<std::size_t>(fetch->numBytes));
  }
  emscripten_fetch_close(fetch);
  delete exchange;
  if (g_running == nullptr) agencyhandy_drop_requests();
}

std::string ReadHeaders(emscripten_fetch_t* fetch) {
  // The length counts the closing NUL in 3.1.6 and does not in later versions.
  const std::size_t length = emscripten_fetch_get_response_headers_length(fetch);
  std::string headers(length + 1, '\0');
  emscripten_fetch_get_response_headers(fetch, headers.data(), length + 1);
  headers.resize(std::strlen(headers.c_str()));
  return headers;
}

int ReadNumber(std::string_view headers, std::string_view name) {
  return static_cast<int>(ReadDigits(FindHeader(headers, name)).value_or(0));
}

void OnEnd(emscripten_fetch_t* fetch) {
  Exchange* exchange =
      TakeExchange(static_cast<int>(reinterpret_cast<std::intptr_t>(fetch->userData)));
  if (exchange == nullptr) return;
  const std::string headers = ReadHeaders(fetch);
  Response response;
  response.headers = headers;
  response.detail = FindHeader(headers, "detail");
  response.status = fetch->status;
  if (fetch->status == 0) {
    response.failure = static_cast<TransportFailure>(ReadNumber(headers, "failure"));
    response.status = ReadNumber(headers, "status");
  } else if (fetch->data != nullptr) {
    response.body = {fetch->data, static_cast<std::size_t>(fetch->numBytes)};
  }
  exchange->completion(exchange->id, exchange->request.method, exchange->context, response);
  Close(exchange);
}

// The copies that emscripten_fetch made of the header values. The backend has read them by now.
void WipeHeaderCopies(const emscripten_fetch_t* fetch) {
  const char* const* header = fetch->__attributes.requestHeaders;
  for (; header != nullptr && *header != nullptr; ++header) {
    Wipe(const_cast<char*>(*header), std::strlen(*header));
  }
}

}  // namespace

void Send(int id, Request request, const ApiKey& key, const std::string* company_id,
          double timeout_ms, int context, Completion completion) {
  auto* exchange = new Exchange;
  exchange->id = id;
  exchange->context = context;
  exchange->completion = completion;
  exchange->request = std::move(request);
  exchange->next = g_running;
  g_running = exchange;

  const char* headers[7] = {kKeyHeader, key.c_str()};
  std::size_t used = 2;
  if (company_id != nullptr) {
    headers[used++] = kCompanyHeader;
    headers[used++] = company_id->c_str();
  }
  emscripten_fetch_attr_t attributes;
  emscripten_fetch_attr_init(&attributes);
  if (exchange->request.has_body) {
    headers[used++] = "content-type";
    headers[used++] = "application/json";
    attributes.requestData = exchange->request.json_body.data();
    attributes.requestDataSize = exchange->request.json_body.size();
  }
  // Method names have at most 6 characters; the array has 32.
  const std::string_view method = ToName(exchange->request.method);
  std::memcpy(attributes.requestMethod, method.data(), method.size());
  attributes.requestMethod[method.size()] = '\0';
  attributes.attributes = EMSCRIPTEN_FETCH_LOAD_TO_MEMORY;
  attributes.timeoutMSecs = static_cast<unsigned long>(timeout_ms);
  attributes.requestHeaders = headers;
  attributes.userData = reinterpret_cast<void*>(static_cast<std::intptr_t>(id));
  attributes.onsuccess = OnEnd;
  attributes.onerror = OnEnd;  // every status outside 2xx, and status 0
  exchange->fetch = emscripten_fetch(&attributes, exchange->request.url.c_str());
  WipeHeaderCopies(exchange->fetch);
}

void Abort(int id) {
  Exchange* exchange = TakeExchange(id);
  if (exchange == nullptr) return;
  agencyhandy_abort_request(static_cast<int>(exchange->fetch->id));
  Close(exchange);
}

}  // namespace agencyhandy
