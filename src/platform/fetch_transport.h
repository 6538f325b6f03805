// Owns the sending of one request through emscripten_fetch, and the wiping of the key on the way.
// Owns no rule of the API and no retry.
#pragma once

#include <string>

#include "core/credentials.h"
#include "core/requests.h"
#include "core/transport.h"

namespace agencyhandy {

// Called exactly once for each Send, after it has returned, unless Abort came first. Views in the
// response end with the call.
using Completion = void (*)(int id, Method method, int context, const Response& response);

// Sends `request` with the key and, where not null, the company id. `id` is the caller's own,
// unused by any request that runs; `context` is handed to the completion. `timeout_ms` covers the
// answer with its body, 1 to 2,147,483,647. The host has put fetch, origin and size limit into
// Module.exchange (fetch_backend.js).
void Send(int id, const Request& request, const ApiKey& key, const std::string* company_id,
          double timeout_ms, int context, Completion completion);

// Ends a request silently: its connection is closed and its completion never called. Does nothing
// for an id that does not run.
void Abort(int id);

}  // namespace agencyhandy
