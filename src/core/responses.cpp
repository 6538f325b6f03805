#include "core/responses.h"

#include <algorithm>

#include "core/json_reader.h"
#include "core/limits.h"
#include "core/text.h"

namespace agencyhandy {
namespace {

struct StatusRow {
  int status;
  ErrorKind kind;
  Text text;
};

constexpr StatusRow kStatusRows[] = {
    {400, ErrorKind::kValidation, Text::kValidation},
    {401, ErrorKind::kKeyRejected, Text::kKeyRejected},
    {403, ErrorKind::kForbidden, Text::kForbidden},
    {404, ErrorKind::kNotFound, Text::kNotFound},
    // The server waited for the request in vain (RFC 9110, 15.5.9).
    {408, ErrorKind::kTimeout, Text::kRequestTimeout},
    {409, ErrorKind::kConflict, Text::kConflict},
    {422, ErrorKind::kValidation, Text::kValidation},
    {429, ErrorKind::kRateLimited, Text::kRateLimited},
};

constexpr StatusRow kRedirectRow = {0, ErrorKind::kRedirectRefused, Text::kRedirectRefused};
constexpr StatusRow kServerRow = {0, ErrorKind::kServerError, Text::kServerError};
constexpr StatusRow kOtherRow = {0, ErrorKind::kUnrecognised, Text::kUnrecognised};

const StatusRow& FindRow(int status) {
  for (const StatusRow& row : kStatusRows) {
    if (row.status == status) return row;
  }
  if (status >= 300 && status < 400) return kRedirectRow;
  if (status >= 500 && status < 600) return kServerRow;
  return kOtherRow;
}

struct FailureRow {
  ErrorKind kind;
  Text text;
};

// In the order of TransportFailure.
constexpr FailureRow kFailureRows[] = {
    {ErrorKind::kInternal, Text::kNone},
    {ErrorKind::kNetwork, Text::kNetwork},
    {ErrorKind::kConnectionLost, Text::kConnectionLost},
    {ErrorKind::kTimeout, Text::kTimeout},
    {ErrorKind::kResponseTooLarge, Text::kResponseTooLarge},
    {ErrorKind::kRedirectRefused, Text::kRedirectRefused},
    {ErrorKind::kInvalidInput, Text::kOriginLeft},
};

// A server's word, fit to be shown: visible ASCII and no longer than a name is.
std::string ToServerToken(std::string_view text) {
  if (text.size() > kMaxServerToken) return {};
  for (const char c : text) {
    if (c < 0x21 || c > 0x7E) return {};
  }
  return std::string(text);
}

class ErrorBodyListener final : public JsonListener {
 public:
  void OnKey(std::string_view key, int depth) override {
    at_status_ = depth == 1 && key == "status";
    at_field_ = depth == 1 && key == "fieldName";
  }
  void OnOpen(JsonType type, int depth) override {
    if (depth == 0) body.is_object = type == JsonType::kObject;
    at_status_ = at_field_ = false;
  }
  void OnValue(const JsonValue& value, int depth) override {
    if (depth != 1) return;
    const bool is_error = value.integer >= 400 && value.integer <= 599;
    if (at_status_ && value.type == JsonType::kInteger && is_error) {
      body.status = static_cast<int>(value.integer);
    }
    if (at_field_ && value.type == JsonType::kString) body.field_name = ToServerToken(value.text);
  }

  ErrorBody body;

 private:
  bool at_status_ = false;
  bool at_field_ = false;
};

void AppendToken(const char* before, std::string_view text, Failure failure) {
  const std::string token = ToServerToken(text);
  if (token.empty()) return;
  failure->detail += before;
  failure->detail += token;
}

constexpr const char* kPointsTo = ": it points to ";

Failure OfFailure(const Response& response) {
  const FailureRow& row = kFailureRows[static_cast<std::size_t>(response.failure)];
  const bool left_origin = response.failure == TransportFailure::kOriginMismatch;
  const Failure failure = MalformedResponse(left_origin ? "path" : "", row.text);
  failure->kind = row.kind;
  failure->status = response.status;
  const bool redirect = row.kind == ErrorKind::kRedirectRefused;
  AppendToken(redirect ? kPointsTo : ": ", response.detail, failure);
  return failure;
}

Failure OfStatus(const Response& response) {
  const Failure failure = ErrorOfStatus(response.status);
  if (failure->kind == ErrorKind::kRedirectRefused) {
    AppendToken(kPointsTo, response.detail, failure);
  } else {
    failure->field_name = ReadErrorBody(response.body).field_name;
  }
  failure->retry_after += FindHeader(response.headers, "retry-after");
  return failure;
}

Result<Success> JudgeBody(Method method, const Response& response) {
  if (method == Method::kHead || response.status == 204 || response.body.empty()) return Success{};
  const std::string_view type = FindHeader(response.headers, "content-type");
  if (!type.empty() && !IsJsonMediaType(type)) {
    const Failure failure = MalformedResponse("", Text::kUnexpectedContent);
    failure->kind = ErrorKind::kUnexpectedContent;
    failure->status = response.status;
    AppendToken(" but ", TrimWhiteSpace(type.substr(0, type.find(';'))), failure);
    return failure;
  }
  Result<JsonSummary> json = CheckJson(response.body);
  if (!json.ok()) {
    const Failure failure = json.TakeFailure();
    failure->status = response.status;
    return failure;
  }
  return Success{BodyForm::kJson, json.value().has_big_integer};
}

bool MaybeApplied(Method method, ErrorKind kind) {
  if (IsSafe(method)) return false;
  return kind == ErrorKind::kNetwork || kind == ErrorKind::kConnectionLost ||
         kind == ErrorKind::kTimeout || kind == ErrorKind::kServerError ||
         kind == ErrorKind::kResponseTooLarge || kind == ErrorKind::kUnexpectedContent ||
         kind == ErrorKind::kMalformedResponse;
}

}  // namespace

std::string_view FindHeader(std::string_view headers, std::string_view name) {
  while (!headers.empty()) {
    const std::size_t end = std::min(headers.find('\n'), headers.size());
    const std::string_view line = headers.substr(0, end);
    headers.remove_prefix(std::min(end + 1, headers.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    if (EqualsIgnoringCase(line.substr(0, colon), name)) {
      return TrimWhiteSpace(line.substr(colon + 1));
    }
  }
  return {};
}

bool IsJsonMediaType(std::string_view content_type) {
  const std::string_view type = TrimWhiteSpace(content_type.substr(0, content_type.find(';')));
  if (EqualsIgnoringCase(type, "application/json")) return true;
  return type.size() > 5 && type.find('/') != std::string_view::npos &&
         EqualsIgnoringCase(type.substr(type.size() - 5), "+json");
}

ErrorBody ReadErrorBody(std::string_view text) {
  ErrorBodyListener listener;
  if (!ReadJson(text, listener).ok()) return {};
  return listener.body;
}

Failure ErrorOfStatus(int status) {
  const StatusRow& row = FindRow(status);
  const Failure failure = MalformedResponse("", row.text);
  failure->kind = row.kind;
  failure->status = status;
  failure->detail += " (HTTP ";
  AppendNumber(status, failure->detail);
  failure->detail += ')';
  return failure;
}

Result<Success> JudgeResponse(Method method, const Response& response) {
  Failure failure;
  if (response.failure != TransportFailure::kNone) {
    failure = OfFailure(response);
  } else if (response.status < 200 || response.status >= 300) {
    failure = OfStatus(response);
  } else {
    Result<Success> success = JudgeBody(method, response);
    if (success.ok()) return success;
    failure = success.TakeFailure();
  }
  failure->request_id = ToServerToken(FindHeader(response.headers, "x-request-id"));
  failure->maybe_applied = MaybeApplied(method, failure->kind);
  return failure;
}

}  // namespace agencyhandy
