#include "platform/fetch_transport.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "core/text.h"
#include "platform/fetch_backend.h"

namespace agencyhandy {
namespace {

// What one request needs until its end, in one block of malloc()'s, behind it the request's body,
// which emscripten_fetch does not copy. One list of them: few run at a time.
struct Exchange {
  int id;
  int context;
  Method method;
  Completion completion;
  emscripten_fetch_t* fetch;
  Exchange* next;
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

// free() wipes what it ends: body, headers, request.
void Close(Exchange* exchange) {
  emscripten_fetch_close(exchange->fetch);
  std::free(exchange);
}

int ReadNumber(std::string_view headers, std::string_view name) {
  return static_cast<int>(ReadDigits(FindHeader(headers, name)).value_or(0));
}

void OnEnd(emscripten_fetch_t* fetch) {
  Exchange* exchange =
      TakeExchange(static_cast<int>(reinterpret_cast<std::intptr_t>(fetch->userData)));
  if (exchange == nullptr) return;
  const std::string_view headers = HeadersOf(fetch);
  Response response;
  response.headers = headers;
  response.detail = FindHeader(headers, "detail");
  response.status = fetch->status;
  if (fetch->status == 0) {
    response.failure = static_cast<TransportFailure>(ReadNumber(headers, "failure"));
    response.status = ReadNumber(headers, "status");
  } else {
    response.body = {fetch->data, static_cast<std::size_t>(fetch->numBytes)};
  }
  exchange->completion(exchange->id, exchange->method, exchange->context, response);
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

void Send(int id, const Request& request, const ApiKey& key, const std::string* company_id,
          double timeout_ms, int context, Completion completion) {
  const std::string& body = request.json_body;
  auto* exchange = static_cast<Exchange*>(std::malloc(sizeof(Exchange) + body.size()));
  *exchange = {id, context, request.method, completion, nullptr, g_running};
  g_running = exchange;

  const char* headers[7] = {kKeyHeader, key.c_str()};
  std::size_t used = 2;
  if (company_id != nullptr) {
    headers[used++] = kCompanyHeader;
    headers[used++] = company_id->c_str();
  }
  emscripten_fetch_attr_t attributes;
  emscripten_fetch_attr_init(&attributes);
  if (request.has_body) {
    headers[used++] = "content-type";
    headers[used++] = "application/json";
    auto* copy = reinterpret_cast<char*>(exchange + 1);
    std::memcpy(copy, body.data(), body.size());
    attributes.requestData = copy;
    attributes.requestDataSize = body.size();
  }
  // Method names have at most 6 characters; the array has 32.
  const std::string_view method = ToName(request.method);
  std::memcpy(attributes.requestMethod, method.data(), method.size());
  attributes.requestMethod[method.size()] = '\0';
  attributes.attributes = EMSCRIPTEN_FETCH_LOAD_TO_MEMORY;
  attributes.timeoutMSecs = static_cast<unsigned long>(timeout_ms);
  attributes.requestHeaders = headers;
  attributes.userData = reinterpret_cast<void*>(static_cast<std::intptr_t>(id));
  attributes.onsuccess = OnEnd;
  attributes.onerror = OnEnd;  // every status outside 2xx, and status 0
  exchange->fetch = emscripten_fetch(&attributes, request.url.c_str());
  WipeHeaderCopies(exchange->fetch);
}

void Abort(int id) {
  Exchange* exchange = TakeExchange(id);
  if (exchange == nullptr) return;
  StopFetch(exchange->fetch);
  Close(exchange);
}

}  // namespace agencyhandy
