// Owns the text of a request for other tools: one target for now, the curl command for bash. Owns
// no request rule (requests.h).
#pragma once

#include <string>
#include <string_view>

#include "core/requests.h"

namespace agencyhandy {

// Names in the environment that snippets read.
inline constexpr std::string_view kKeyVariable = "AGENCYHANDY_API_KEY";
inline constexpr std::string_view kCompanyVariable = "AGENCYHANDY_COMPANY_ID";

struct SnippetTarget {
  std::string_view id;
  std::string_view label;
  std::string_view language;
};
inline constexpr SnippetTarget kSnippetTargets[] = {{"curl-bash", "curl (bash)", "bash"}};

enum class Secrets {
  kEnvironment,  // variables; the shell refuses to run where one is not set
  kPlaceholder,  // <YOUR_API_KEY>, <YOUR_COMPANY_ID>
  kInline,       // the values themselves
};

// What stands in the credential headers.
struct SnippetCredentials {
  Secrets secrets = Secrets::kEnvironment;
  const ApiKey* key = nullptr;              // for kInline
  const std::string* company_id = nullptr;  // for kInline
};

// The request as one command or program. Values are quoted so that nothing in them is run.
// Errors: invalid_input at "target" for an unknown target, at "apiKey" or "companyId" where kInline
// lacks one.
Result<std::string> WriteSnippet(std::string_view target, const Request& request,
                                 const SnippetCredentials& credentials);

}  // namespace agencyhandy
