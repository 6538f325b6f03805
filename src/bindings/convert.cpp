#include "bindings/convert.h"

#include <utility>

#include "core/text.h"

namespace agencyhandy {

// In this order JavaScript reads an error.
int WriteError(const Error& error) {
  WriteNumber(static_cast<int>(error.kind));
  WriteFlag(IsRetryable(error.kind));
  WriteNumber(static_cast<int>(error.text));
  Write(error.detail);
  Write(error.where);
  WriteNumber(static_cast<int>(error.cause));
  WriteNumber(error.status);
  WriteNumber(error.position);
  WriteNumber(error.code_point);
  Write(error.field_name);
  Write(error.request_id);
  WriteFlag(error.maybe_applied);
  Write(error.retry_after);
  return kFailed;
}

int WriteFailure(Failure failure) {
  const ErrorPtr error(failure.error);
  return WriteError(*error.get());
}

int WriteText(const Result<std::string>& text) {
  if (!text.ok()) return WriteError(text.error());
  Write(text.value());
  return kOk;
}

int ReadNumber(InputReader& input) {
  return static_cast<int>(ReadDigits(input.Next()).value_or(0));
}

void WriteCompanies(const std::vector<Company>& companies) {
  for (const Company& company : companies) {
    for (const auto member : kCompanyMembers) Write(company.*member);
  }
}

void WriteNotes(const KeyNotes& notes, const std::optional<std::int64_t>& expires_at) {
  WriteNumber(notes.bits());
  WriteNumber(expires_at.value_or(-1));
}

// A request as JavaScript writes it: base URL, method, flags ("s": the path is segments, "b": there
// is a body, "y": with companyid, "n": without), body, count of path texts, path texts, then query
// names and values to the end.
Result<Request> ReadRequest(InputReader& input) {
  RequestInput request;
  request.base_url = input.Next();
  request.method = input.Next();
  const std::string_view flags = input.Next();
  const auto has = [flags](char flag) { return flags.find(flag) != std::string_view::npos; };
  request.path_is_segments = has('s');
  request.has_body = has('b');
  if (has('y')) request.company = CompanyUse::kAlways;
  if (has('n')) request.company = CompanyUse::kNever;
  request.json_body = input.Next();
  for (int left = ReadNumber(input); left > 0; --left) {
    request.path.push_back(input.Next());
  }
  while (!input.AtEnd()) request.query.push_back(input.Next());
  return BuildRequest(request);
}

Result<Credentials> ReadCredentials(InputReader& input) {
  const std::string_view flags = input.Next();
  const std::string_view key_text = input.Next();
  const std::string_view company_text = input.Next();
  Credentials credentials;
  if (flags.find('k') != std::string_view::npos) {
    Result<ApiKey> key = ApiKey::Parse(key_text);
    if (!key.ok()) return key.TakeFailure();
    credentials.key.emplace(std::move(key.value()));
  }
  if (flags.find('c') != std::string_view::npos) {
    Result<std::string> company_id = ParseCompanyId(company_text);
    if (!company_id.ok()) return company_id.TakeFailure();
    credentials.has_company = true;
    credentials.company_id.swap(company_id.value());
  }
  return credentials;
}

void WriteCredentialHeaders(const Credentials& credentials, bool with_company) {
  if (credentials.key) {
    Write(kKeyHeader);
    Write(credentials.key->view());
  }
  if (with_company && credentials.has_company) {
    Write(kCompanyHeader);
    Write(credentials.company_id);
  }
}

Result<Call> ReadCall(InputReader& input, bool companies) {
  Result<Credentials> credentials = ReadCredentials(input);
  if (!credentials.ok()) return credentials.TakeFailure();
  Result<Request> request = companies ? BuildCompaniesRequest(input.Next()) : ReadRequest(input);
  if (!request.ok()) return request.TakeFailure();
  return Call{std::move(credentials.value()), std::move(request.value())};
}

}  // namespace agencyhandy
