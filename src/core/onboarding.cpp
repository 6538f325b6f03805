#include "core/onboarding.h"

#include <utility>

#include "core/responses.h"
#include "core/text.h"
#include "core/workspace.h"

namespace agencyhandy {
namespace {

// In the order of OnboardingName.
constexpr std::string_view kNames[] = {
    "needsWorkspace", "needsKey",  "verifying",   "choosesCompany", "ready",      "noCompany",
    "keyRejected",    "forbidden", "rateLimited", "unknown",        "notTheApi",
};

OnboardingName NameOf(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kKeyRejected:
      return OnboardingName::kKeyRejected;
    case ErrorKind::kForbidden:
      return OnboardingName::kForbidden;
    case ErrorKind::kRateLimited:
      return OnboardingName::kRateLimited;
    case ErrorKind::kRedirectRefused:
    case ErrorKind::kUnexpectedContent:
    case ErrorKind::kNotFound:
      return OnboardingName::kNotTheApi;
    default:
      return OnboardingName::kUnknown;
  }
}

bool TellsOfKey(OnboardingName name) {
  return name == OnboardingName::kKeyRejected || name == OnboardingName::kForbidden ||
         name == OnboardingName::kNoCompany || name == OnboardingName::kChoosesCompany ||
         name == OnboardingName::kReady;
}

// A state in which the key is settled, so that another workspace link changes nothing of it.
bool IsPastKey(OnboardingName name) {
  return name == OnboardingName::kVerifying || name == OnboardingName::kChoosesCompany ||
         name == OnboardingName::kReady;
}

bool HasCompany(const std::vector<Company>& companies, std::string_view id) {
  for (const Company& company : companies) {
    if (company.id == id) return true;
  }
  return false;
}

Error BadReply(const char* reason, const char* message) {
  Error error = MalformedResponse("reply", message);
  error.reason = reason;
  return error;
}

// Says what a pasted text is that is no list of companies.
Error ExplainReply(std::string_view text, const Error& parse_error) {
  const std::string_view trimmed = TrimWhiteSpace(text);
  if (trimmed.empty()) {
    return InvalidInput("reply", "reply_empty", "Paste what the command printed");
  }
  if (trimmed.front() == '<') {
    Error error = BadReply("reply_html", "This is a web page, not the API's reply");
    error.kind = ErrorKind::kUnexpectedContent;
    return error;
  }
  const ErrorBody body = ReadErrorBody(text);
  if (body.is_object && body.status != 0) {
    Error error = ErrorOfStatus(body.status);
    error.reason = "reply_error";
    error.field_name = body.field_name;
    return error;
  }
  if (!parse_error.where.empty()) {
    Error error = parse_error;
    if (error.where == "companies") error.reason = "reply_no_companies";
    return error;
  }
  Error error = BadReply("reply_not_json", parse_error.message);
  error.detail = parse_error.detail;
  return error;
}

}  // namespace

std::string_view ToName(OnboardingName name) { return kNames[static_cast<std::size_t>(name)]; }

void Onboarding::OnWorkspace(std::string_view text) {
  Result<std::string> url = ParseWorkspace(text);
  if (!url.ok()) return Fail(url.error());
  state_.settings_url = std::move(url.value());
  state_.error.reset();
  if (!IsPastKey(state_.name)) state_.name = OnboardingName::kNeedsKey;
}

Result<ApiKey> Onboarding::OnKey(std::string_view text, std::int64_t now_ms) {
  Result<KeyReport> report = InspectKey(text, now_ms);
  if (!report.ok()) {
    Fail(report.error());
    return report.error();
  }
  state_.notes = report.value().notes;
  state_.expires_at_ms = report.value().expires_at_ms;
  state_.companies.clear();
  state_.company.reset();
  known_.reset();
  has_key_ = true;
  Verify();
  return std::move(report.value().key);
}

OnboardingEffect Onboarding::OnReply(std::string_view text) {
  Result<std::vector<Company>> companies = ParseCompanies(text);
  if (!companies.ok()) {
    Fail(ExplainReply(text, companies.error()));
    return OnboardingEffect::kNone;
  }
  const bool was_running = EndVerification();
  TakeCompanies(std::move(companies.value()));
  return was_running ? OnboardingEffect::kAbort : OnboardingEffect::kNone;
}

void Onboarding::OnCompany(std::string_view id) {
  for (std::size_t i = 0; i < state_.companies.size(); ++i) {
    if (state_.companies[i].id != id) continue;
    const Result<std::string> checked = ParseCompanyId(id);
    if (!checked.ok()) return Fail(checked.error());
    state_.company = i;
    state_.error.reset();
    if (state_.name == OnboardingName::kChoosesCompany) state_.name = OnboardingName::kReady;
    known_ = OnboardingName::kReady;
    return;
  }
  Fail(InvalidInput("company", "company_unknown", "This company is not in the reply"));
}

OnboardingEffect Onboarding::OnRetry() {
  if (!has_key_) {
    Fail(InvalidInput("apiKey", "key_missing", "There is no key to verify"));
    return OnboardingEffect::kNone;
  }
  Verify();
  return OnboardingEffect::kVerify;
}

OnboardingEffect Onboarding::OnCancel() {
  if (!EndVerification()) return OnboardingEffect::kNone;
  state_.name = OnboardingName::kNeedsKey;
  return OnboardingEffect::kAbort;
}

OnboardingEffect Onboarding::OnForget() {
  const bool was_running = EndVerification();
  state_ = OnboardingState();
  known_.reset();
  has_key_ = false;
  return was_running ? OnboardingEffect::kAbort : OnboardingEffect::kNone;
}

void Onboarding::OnVerified(int generation, std::vector<Company> companies) {
  if (generation != generation_ || state_.name != OnboardingName::kVerifying) return;
  TakeCompanies(std::move(companies));
}

void Onboarding::OnVerifyFailed(int generation, Error error) {
  if (generation != generation_ || state_.name != OnboardingName::kVerifying) return;
  const OnboardingName name = NameOf(error.kind);
  const bool tells = TellsOfKey(name);
  state_.name = tells || !known_ ? name : *known_;
  if (tells) {
    known_ = name;
    state_.companies.clear();
    state_.company.reset();
  }
  state_.error = std::move(error);
}

void Onboarding::Verify() {
  ++generation_;
  state_.name = OnboardingName::kVerifying;
  state_.error.reset();
}

void Onboarding::TakeCompanies(std::vector<Company> companies) {
  std::string chosen = state_.company ? state_.companies[*state_.company].id : std::string();
  state_.companies = std::move(companies);
  state_.company.reset();
  state_.error.reset();
  const std::size_t count = state_.companies.size();
  state_.name = count == 0 ? OnboardingName::kNoCompany : OnboardingName::kChoosesCompany;
  known_ = state_.name;
  if (count == 1) chosen = state_.companies.front().id;
  if (HasCompany(state_.companies, chosen)) OnCompany(chosen);
}

void Onboarding::Fail(Error error) { state_.error = std::move(error); }

bool Onboarding::EndVerification() {
  if (state_.name != OnboardingName::kVerifying) return false;
  ++generation_;
  return true;
}

}  // namespace agencyhandy
