// Owns the description of every call: header names, endpoints with source and date, and the request
// built from them. Owns no sending (transport.h) and no reply (responses.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/credentials.h"
#include "core/result.h"
#include "core/url.h"

namespace agencyhandy {

// Vendor's guide, "Authentication summary", read 2026-08-16. Header names have no case (RFC 9110,
// 5.1); lower case is what HTTP/2 sends.
inline constexpr const char kKeyHeader[] = "x-api-key";
inline constexpr const char kCompanyHeader[] = "companyid";

// Vendor's guide, "Base URL", read 2026-08-16.
inline constexpr std::string_view kDefaultBaseUrl = "https://api.agencyhandy.com";

enum class Method { kGet, kHead, kPost, kPut, kPatch, kDelete };

std::string_view ToName(Method method);

// Reads a method in any case. Errors: invalid_input at "method".
Result<Method> ParseMethod(std::string_view text);

// Whether sending twice is the same as sending once, so that a failed try may be repeated.
inline bool IsSafe(Method method) { return method == Method::kGet || method == Method::kHead; }

// Whether a call carries companyid.
enum class CompanyUse { kAsDocumented, kAlways, kNever };

// What a caller asks for. `segments` of one element that begins with "/" is a path, anything else
// is a list of segments.
struct RequestInput {
  std::string_view base_url;
  std::string_view method;
  bool path_is_segments = false;
  std::vector<std::string_view> path;
  std::vector<std::string_view> query;  // names and values in turn
  bool has_body = false;
  std::string_view json_body;
  CompanyUse company = CompanyUse::kAsDocumented;
};

// A request without credentials; ready to be sent or shown.
struct Request {
  Method method = Method::kGet;
  std::string url;
  bool has_body = false;
  std::string json_body;  // sent as application/json
  // The guide wants companyid with every call but those that its endpoint pages show without.
  bool with_company = true;
};

// Errors: invalid_input at "method", "path", "query", "body" or "baseUrl".
Result<Request> BuildRequest(const RequestInput& input);

// GET /accounts/companies, with the key alone.
Result<Request> BuildCompaniesRequest(std::string_view base_url);

}  // namespace agencyhandy
