#include "core/requests.h"

#include <iterator>

#include "core/json_reader.h"
#include "core/limits.h"
#include "core/text.h"

namespace agencyhandy {
namespace {

// In the order of Method.
constexpr std::string_view kMethods[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};

// Endpoints that are documented with x-api-key alone: the vendor's guide, step 2, and the pages of
// create-lead and create-client since 2026-07-19, all read 2026-08-16.
constexpr std::string_view kCompaniesPath = "/accounts/companies";
constexpr std::string_view kKeyAlonePaths[] = {kCompaniesPath, "/members/bulk-lead",
                                               "/members/bulk-client"};

bool NeedsCompany(CompanyUse use, std::string_view path) {
  if (use != CompanyUse::kAsDocumented) return use == CompanyUse::kAlways;
  for (const std::string_view known : kKeyAlonePaths) {
    if (path == known) return false;
  }
  return true;
}

}  // namespace

std::string_view ToName(Method method) { return kMethods[static_cast<std::size_t>(method)]; }

Result<Method> ParseMethod(std::string_view text) {
  for (std::size_t i = 0; i < std::size(kMethods); ++i) {
    if (EqualsIgnoringCase(text, kMethods[i])) return static_cast<Method>(i);
  }
  return InvalidInput("method", Text::kMethod);
}

Result<Request> BuildRequest(const RequestInput& input) {
  Result<Method> method = ParseMethod(input.method);
  if (!method.ok()) return method.TakeFailure();
  Result<std::string> base =
      ParseBaseUrl(input.base_url.empty() ? kDefaultBaseUrl : input.base_url);
  if (!base.ok()) return base.TakeFailure();
  Result<std::string> path =
      input.path_is_segments ? JoinPath(input.path)
                             : ParsePath(input.path.empty() ? std::string_view() : input.path[0]);
  if (!path.ok()) return path.TakeFailure();
  const std::string query = EncodeQuery(input.query);
  if (path.value().size() + query.size() > kMaxTargetLength) {
    return InvalidInput("query", Text::kQueryTooLong);
  }
  if (input.has_body) {
    // fetch() itself refuses it (Fetch standard, Request constructor).
    if (IsSafe(method.value())) {
      return InvalidInput("body", Text::kBodyNotAllowed);
    }
    if (!CheckJson(input.json_body).ok()) {
      return InvalidInput("body", Text::kBodyNotJson);
    }
  }
  Request request;
  request.method = method.value();
  request.url.swap(base.value());
  request.url += path.value();
  request.url += query;
  request.has_body = input.has_body;
  request.json_body += input.json_body;
  request.with_company = NeedsCompany(input.company, path.value());
  return request;
}

Result<Request> BuildCompaniesRequest(std::string_view base_url) {
  RequestInput input;
  input.base_url = base_url;
  input.method = ToName(Method::kGet);
  input.path.push_back(kCompaniesPath);
  return BuildRequest(input);
}

}  // namespace agencyhandy
