// Owns what a response means: first by its HTTP status, then by its body. Owns no retry (retry.h)
// and no list of companies (companies.h).
#pragma once

#include <string_view>

#include "core/requests.h"
#include "core/result.h"
#include "core/transport.h"

namespace agencyhandy {

enum class BodyForm {
  kEmpty,  // 204, or a 2xx without a body
  kJson,   // valid JSON
};

struct Success {
  BodyForm form = BodyForm::kEmpty;
  bool has_big_integer = false;  // see JsonSummary
};

// Judges the response to a request of `method`. A 2xx counts when its media type is JSON
// (application/json, any +json, or absent) and its body is valid JSON, or when it has no body.
//
// Errors by status: 401 key_rejected, 403 forbidden, 404 not_found, 408 timeout, 409 conflict, 400
// and 422 validation, 429 rate_limited, 5xx server_error, 3xx redirect_refused, others
// unrecognised. Vendor's documents name ValidationError, PermissionError and fieldName (read
// 2026-08-16); the rest follows RFC 9110, 15. Others: network, connection_lost, timeout,
// response_too_large, unexpected_content, malformed_response.
Result<Success> JudgeResponse(Method method, const Response& response);

// The media type of a response that is no JSON makes it unexpected_content.
bool IsJsonMediaType(std::string_view content_type);

// Reads an error body, e.g. {"type": "ValidationError", "status": 400, "fieldName": "email"}. A
// `status` that is no HTTP error status is 0. Not JSON or not an object: all empty.
struct ErrorBody {
  bool is_object = false;
  int status = 0;
  std::string field_name;
};
ErrorBody ReadErrorBody(std::string_view text);

// The error that an HTTP status of 300 and above stands for.
Failure ErrorOfStatus(int status);

}  // namespace agencyhandy
