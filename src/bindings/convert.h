// Owns the order in which values are written as texts and read from them. Owns no decision.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/wire.h"
#include "core/companies.h"
#include "core/credentials.h"
#include "core/error.h"
#include "core/key_hints.h"
#include "core/requests.h"

namespace agencyhandy {

// What a bound function gives: whether it wrote its result or an error.
inline constexpr int kOk = 0;
inline constexpr int kFailed = 1;

// Key and company id as JavaScript writes them; with the flag false there is none.
struct Credentials {
  std::optional<ApiKey> key;
  bool has_company = false;
  std::string company_id;

  const std::string* company() const { return has_company ? &company_id : nullptr; }
};

// Credentials and a request, as most functions read them.
struct Call {
  Credentials credentials;
  Request request;
};

int WriteError(const Error& error);
int WriteFailure(Failure failure);
int WriteText(const Result<std::string>& text);
int ReadNumber(InputReader& input);  // 0 where there is none
void WriteCompanies(const std::vector<Company>& companies);
void WriteNotes(const KeyNotes& notes, const std::optional<std::int64_t>& expires_at);
Result<Request> ReadRequest(InputReader& input);
Result<Credentials> ReadCredentials(InputReader& input);
void WriteCredentialHeaders(const Credentials& credentials, bool with_company);
Result<Call> ReadCall(InputReader& input, bool companies = false);

}  // namespace agencyhandy
