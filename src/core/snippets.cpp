#include "core/snippets.h"

namespace agencyhandy {
namespace {

// A word in single quotes, in which bash changes nothing (Bash manual, 3.1.2.2).
void AppendBashWord(std::string_view text, std::string& out) {
  out += '\'';
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  out += '\'';
}

// In double quotes bash puts the variable in; ":?" ends the command where it is unset or empty, so
// that nothing is sent without it.
void AppendBashVariable(std::string_view header, std::string_view variable, std::string& out) {
  out += '"';
  out += header;
  out += ": ${";
  out += variable;
  out += ":?}\"";
}

struct Credential {
  std::string_view header;
  std::string_view variable;
  std::string_view placeholder;
  std::string_view value;
};

void AppendCurlHeader(const Credential& credential, Secrets secrets, std::string& out) {
  out += " \\\n  --header ";
  if (secrets == Secrets::kEnvironment) {
    AppendBashVariable(credential.header, credential.variable, out);
    return;
  }
  out += '\'';
  out += credential.header;
  out += ": ";
  std::string quoted;
  AppendBashWord(secrets == Secrets::kInline ? credential.value : credential.placeholder, quoted);
  out.append(quoted, 1, std::string::npos);
}

std::string WriteCurlForBash(const Request& request, const Credential& key,
                             const Credential* company, Secrets secrets) {
  std::string out = "curl --";
  if (request.method == Method::kHead) {
    // With --request HEAD curl would wait for a body.
    out += "head ";
  } else {
    out += "request ";
    out += ToName(request.method);
    out += ' ';
  }
  AppendBashWord(request.url, out);
  AppendCurlHeader(key, secrets, out);
  if (company != nullptr) AppendCurlHeader(*company, secrets, out);
  if (request.has_body) {
    out += " \\\n  --header 'content-type: application/json' \\\n  --data-raw ";
    AppendBashWord(request.json_body, out);
  }
  return out;
}

}  // namespace

Result<std::string> WriteSnippet(std::string_view target, const Request& request,
                                 const SnippetCredentials& credentials) {
  if (target != kSnippetTargets[0].id) {
    return InvalidInput("target", Text::kTarget);
  }
  Credential key = {kKeyHeader, kKeyVariable, "<YOUR_API_KEY>", {}};
  Credential company = {kCompanyHeader, kCompanyVariable, "<YOUR_COMPANY_ID>", {}};
  if (credentials.secrets == Secrets::kInline) {
    if (credentials.key == nullptr) {
      return InvalidInput("apiKey", Text::kKeyMissingForSnippet);
    }
    key.value = credentials.key->view();
    if (request.with_company && credentials.company_id == nullptr) {
      return InvalidInput("companyId", Text::kCompanyIdMissingForSnippet);
    }
    if (request.with_company) company.value = *credentials.company_id;
  }
  return WriteCurlForBash(request, key, request.with_company ? &company : nullptr,
                          credentials.secrets);
}

}  // namespace agencyhandy
