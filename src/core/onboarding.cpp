#include "core/onboarding.h"

#include <utility>

#include "core/responses.h"
#include "core/text.h"
#include "core/workspace.h"

namespace agencyhandy {
namespace {

constexpr const char* kNames[] = {
#define AGENCYHANDY_STATE(state, name) name,
#include "core/onboarding_names.inc"
#undef AGENCYHANDY_STATE
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

std::size_t FindCompany(const std::vector<Company>& companies, std::string_view id) {
  std::size_t at = 0;
  while (at < companies.size() && companies[at].id != id) ++at;
  return at;
}

// Says what a pasted text is that is no list of companies.
Failure ExplainReply(std::string_view text, Failure failure) {
  ErrorPtr parse_error(failure.error);
  const std::string_view trimmed = TrimWhiteSpace(text);
  if (trimmed.empty()) return InvalidInput("reply", Text::kReplyEmpty);
  if (trimmed.front() == '<') {
    failure = MalformedResponse("reply", Text::kReplyHtml);
    failure->kind = ErrorKind::kUnexpectedContent;
    return failure;
  }
  ErrorBody body = ReadErrorBody(text);
  if (body.is_object && body.status != 0) {
    failure = ErrorOfStatus(body.status);
    failure->cause = Text::kReplyError;
    failure->field_name.swap(body.field_name);
    return failure;
  }
  failure = parse_error.Release();
  if (failure->text == Text::kNoCompanies) failure->cause = Text::kReplyNoCompanies;
  if (failure->where.empty()) {
    failure->where += "reply";
    failure->cause = Text::kReplyNotJson;
  }
  return failure;
}

}  // namespace

const char* ToName(OnboardingName name) { return kNames[static_cast<std::size_t>(name)]; }

Onboarding::Onboarding() = default;
Onboarding::Onboarding(OnboardingState state) : state_(std::move(state)) {}
Onboarding::~Onboarding() = default;

void Onboarding::OnWorkspace(std::string_view text) {
  Result<std::string> url = ParseWorkspace(text);
  if (!url.ok()) return Fail(url.TakeFailure());
  state_.settings_url.swap(url.value());
  state_.error = ErrorPtr();
  if (!IsPastKey(state_.name)) state_.name = OnboardingName::kNeedsKey;
}

std::optional<ApiKey> Onboarding::OnKey(std::string_view text, std::int64_t now_ms) {
  Result<KeyReport> report = InspectKey(text, now_ms);
  if (!report.ok()) {
    Fail(report.TakeFailure());
    return std::nullopt;
  }
  state_.notes = report.value().notes;
  state_.expires_at_ms = report.value().expires_at_ms;
  state_.companies.clear();
  state_.company.reset();
  state_.known.reset();
  state_.has_key = true;
  Verify();
  return std::move(report.value().key);
}

OnboardingEffect Onboarding::OnReply(std::string_view text) {
  Result<std::vector<Company>> companies = ParseCompanies(text);
  if (!companies.ok()) {
    Fail(ExplainReply(text, companies.TakeFailure()));
    return OnboardingEffect::kNone;
  }
  const bool was_running = EndVerification();
  TakeCompanies(std::move(companies.value()));
  return was_running ? OnboardingEffect::kAbort : OnboardingEffect::kNone;
}

void Onboarding::OnCompany(std::string_view id) {
  const std::size_t at = FindCompany(state_.companies, id);
  if (at == state_.companies.size()) {
    return Fail(InvalidInput("company", Text::kCompanyUnknown));
  }
  Result<std::string> checked = ParseCompanyId(id);
  if (!checked.ok()) return Fail(checked.TakeFailure());
  state_.company = at;
  state_.error = ErrorPtr();
  if (state_.name == OnboardingName::kChoosesCompany) state_.name = OnboardingName::kReady;
  state_.known = OnboardingName::kReady;
}

OnboardingEffect Onboarding::OnRetry() {
  if (!state_.has_key) {
    Fail(InvalidInput("apiKey", Text::kKeyMissingForRetry));
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
  const int generation = state_.generation;
  state_ = OnboardingState();
  state_.generation = generation;
  return was_running ? OnboardingEffect::kAbort : OnboardingEffect::kNone;
}

void Onboarding::OnVerified(int generation, std::vector<Company> companies) {
  if (generation != state_.generation || state_.name != OnboardingName::kVerifying) return;
  TakeCompanies(std::move(companies));
}

void Onboarding::OnVerifyFailed(int generation, ErrorPtr error) {
  if (generation != state_.generation || state_.name != OnboardingName::kVerifying) return;
  const OnboardingName name = NameOf(error->kind);
  const bool tells = TellsOfKey(name);
  state_.name = tells || !state_.known ? name : *state_.known;
  if (tells) {
    state_.known = name;
    state_.companies.clear();
    state_.company.reset();
  }
  state_.error = std::move(error);
}

void Onboarding::Verify() {
  ++state_.generation;
  state_.name = OnboardingName::kVerifying;
  state_.error = ErrorPtr();
}

void Onboarding::TakeCompanies(std::vector<Company> companies) {
  std::string chosen;
  if (state_.company) chosen.swap(state_.companies[*state_.company].id);
  state_.companies.swap(companies);
  state_.company.reset();
  state_.error = ErrorPtr();
  const std::size_t count = state_.companies.size();
  state_.name = count == 0 ? OnboardingName::kNoCompany : OnboardingName::kChoosesCompany;
  state_.known = state_.name;
  // A copy: choosing compares with the list's own text.
  if (count == 1) std::string(state_.companies.front().id).swap(chosen);
  if (FindCompany(state_.companies, chosen) < count) OnCompany(chosen);
}

void Onboarding::Fail(Failure failure) { state_.error = ErrorPtr(failure.error); }

bool Onboarding::EndVerification() {
  if (state_.name != OnboardingName::kVerifying) return false;
  ++state_.generation;
  return true;
}

}  // namespace agencyhandy
