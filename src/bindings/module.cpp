// Owns the names that JavaScript calls: one line each in EMSCRIPTEN_BINDINGS. Converts and
// forwards; decides nothing. A function gives 0 where it wrote its result, 1 where it wrote an
// error.
#include <emscripten.h>
#include <emscripten/bind.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindings/convert.h"
#include "bindings/wire.h"
#include "core/companies.h"
#include "core/key_hints.h"
#include "core/onboarding.h"
#include "core/requests.h"
#include "core/responses.h"
#include "core/retry.h"
#include "core/snippets.h"
#include "core/text.h"
#include "core/workspace.h"
#include "platform/fetch_transport.h"

// Hands the end of request `id` to the host, which reads the output at once.
EM_JS(void, agencyhandy_settle, (int id, int failed), { Module['settle'](id, failed); });

namespace agencyhandy {
namespace {

int SettingsUrl() {
  InputReader input;
  return WriteText(ParseWorkspace(input.Next()));
}

int InspectApiKey(double now_ms) {
  InputReader input;
  Result<KeyReport> report = InspectKey(input.Next(), static_cast<std::int64_t>(now_ms));
  if (!report.ok()) return WriteError(report.error());
  WriteNotes(report.value().notes, report.value().expires_at_ms);
  Write(report.value().key.view());
  return kOk;
}

int AuthHeaders() {
  InputReader input;
  Result<Credentials> credentials = ReadCredentials(input);
  if (!credentials.ok()) return WriteError(credentials.error());
  WriteCredentialHeaders(credentials.value(), true);
  return kOk;
}

int ReadCompanies() {
  InputReader input;
  Result<std::vector<Company>> companies = ParseCompanies(input.Next());
  if (!companies.ok()) return WriteError(companies.error());
  WriteCompanies(companies.value());
  return kOk;
}

int CheckBaseUrl() {
  InputReader input;
  const std::string_view text = input.Next();
  return WriteText(ParseBaseUrl(text.empty() ? kDefaultBaseUrl : text));
}

int MakeRequest() {
  InputReader input;
  const Result<Call> read = ReadCall(input);
  if (!read.ok()) return WriteError(read.error());
  const Request& request = read.value().request;
  Write(ToName(request.method));
  Write(request.url);
  WriteFlag(request.has_body);
  Write(request.json_body);
  WriteCredentialHeaders(read.value().credentials, request.with_company);
  return kOk;
}

// `secrets` counts as in Secrets.
int MakeSnippet(int secrets) {
  InputReader input;
  const std::string_view target = input.Next();
  const Result<Call> read = ReadCall(input);
  if (!read.ok()) return WriteError(read.error());
  SnippetCredentials shown;
  shown.secrets = static_cast<Secrets>(secrets);
  shown.key = read.value().credentials.key ? &*read.value().credentials.key : nullptr;
  shown.company_id = read.value().credentials.company();
  return WriteText(WriteSnippet(target, read.value().request, shown));
}

int ListTargets() {
  for (const SnippetTarget& target : kSnippetTargets) {
    Write(target.id);
    Write(target.label);
    Write(target.language);
  }
  return kOk;
}

// Success is written as status, whether there is JSON, whether big integers occur, and the JSON
// text; where companies are wanted, as status and the companies.
int WriteOutcome(Method method, bool wants_companies, const Response& response) {
  Result<Success> success = JudgeResponse(method, response);
  if (!success.ok()) return WriteError(success.error());
  if (wants_companies) {
    Result<std::vector<Company>> companies = ParseCompanies(response.body);
    if (companies.ok()) {
      WriteNumber(response.status);
      WriteCompanies(companies.value());
      return kOk;
    }
    companies.error().status = response.status;
    return WriteError(companies.error());
  }
  const bool is_json = success.value().form == BodyForm::kJson;
  std::string_view text = is_json ? response.body : std::string_view();
  if (StartsWith(text, "\xEF\xBB\xBF")) text.remove_prefix(3);
  WriteNumber(response.status);
  WriteFlag(is_json);
  WriteFlag(success.value().has_big_integer);
  Write(text);
  return kOk;
}

void OnComplete(int id, Method method, int wants_companies, const Response& response) {
  agencyhandy_settle(id, WriteOutcome(method, wants_companies != 0, response));
  Release();
}

int SendRequest(int id, double timeout_ms, bool wants_companies) {
  InputReader input;
  Result<Call> read = ReadCall(input, wants_companies);
  if (!read.ok()) return WriteError(read.error());
  const Credentials& credentials = read.value().credentials;
  if (!credentials.key) {
    return WriteFailure(InvalidInput("apiKey", Text::kKeyMissing));
  }
  Send(id, read.value().request, *credentials.key, credentials.company(), timeout_ms,
       wants_companies ? 1 : 0, OnComplete);
  return kOk;
}

// Writes whether to try again, the wait before, and what the server asked for (-1: nothing).
int PlanNextTry(bool marked_idempotent, int kind, int status, int tries, int retries, int budget,
                double remaining_ms, double now_ms, double random) {
  InputReader input;
  RetryInput retry;
  Result<Method> method = ParseMethod(input.Next());
  retry.retry_after = input.Next();
  retry.may_repeat = method.ok() && MayRepeat(method.value(), marked_idempotent);
  retry.kind = static_cast<ErrorKind>(kind);
  retry.status = status;
  retry.tries = tries;
  retry.retries = retries;
  retry.budget = budget;
  retry.remaining_ms = remaining_ms;
  retry.now_ms = static_cast<std::int64_t>(now_ms);
  retry.random = random;
  const RetryPlan plan = PlanRetry(retry);
  WriteFlag(plan.again);
  WriteNumber(static_cast<long long>(plan.delay_ms));
  WriteNumber(static_cast<long long>(plan.retry_after_ms.value_or(-1)));
  return kOk;
}

// The onboarding lives in JavaScript, as the eight texts and the companies that WriteState wrote
// last; eight empty texts are the start. Numbers that may be absent are one higher here.
constexpr const char* kSameError = "=";

// Their count, then five texts each.
std::vector<Company> ReadCompanyList(InputReader& input) {
  std::vector<Company> companies;
  for (int left = ReadNumber(input); left > 0; --left) {
    Company company;
    for (const auto member : kCompanyMembers) company.*member += input.Next();
    companies.push_back(std::move(company));
  }
  return companies;
}

OnboardingState ReadState(InputReader& input) {
  OnboardingState state;
  state.name = static_cast<OnboardingName>(ReadNumber(input));
  state.settings_url += input.Next();
  state.notes = KeyNotes(static_cast<unsigned>(ReadNumber(input)));
  state.expires_at_ms = ReadDigits(input.Next());
  if (const int company = ReadNumber(input)) state.company = static_cast<std::size_t>(company - 1);
  if (const int known = ReadNumber(input)) state.known = static_cast<OnboardingName>(known - 1);
  state.generation = ReadNumber(input);
  state.has_key = ReadNumber(input) != 0;
  state.companies = ReadCompanyList(input);
  // Stands for the error that JavaScript holds; an event that leaves it there changed nothing of
  // it.
  state.error = ErrorPtr(new Error);
  return state;
}

// Writes what ReadState reads but the companies' count, the effect, the key where there is one, the
// error ("" none, kSameError, or its fields), then the companies.
void WriteState(const OnboardingState& state, const Error* error_before, OnboardingEffect effect,
                std::string_view key) {
  WriteNumber(static_cast<int>(state.name));
  Write(state.settings_url);
  WriteNotes(state.notes, state.expires_at_ms);
  WriteNumber(state.company ? static_cast<int>(*state.company) + 1 : 0);
  WriteNumber(state.known ? static_cast<int>(*state.known) + 1 : 0);
  WriteNumber(state.generation);
  WriteNumber(state.has_key ? 1 : 0);
  WriteNumber(static_cast<int>(effect));
  Write(key);
  const Error* error = state.error.get();
  if (error == error_before) {
    Write(kSameError);
  } else if (error != nullptr) {
    WriteError(*error);
  } else {
    Write("");
  }
  WriteCompanies(state.companies);
}

// The events in the order in which JavaScript numbers them. `number` is the time for kKey, and the
// generation for the two ends of a verification.
enum class Event {
  kWorkspace,
  kKey,
  kReply,
  kCompany,
  kRetry,
  kCancel,
  kForget,
  kVerified,
  kFailed
};

// Reads the state, then the event's text; for kVerified its companies, and for kFailed the number
// of its kind: JavaScript has the rest of that error.
int SendEvent(int event, double number) {
  InputReader input;
  OnboardingState before = ReadState(input);
  const Error* error_before = before.error.get();
  Onboarding machine(std::move(before));
  const auto kind = static_cast<Event>(event);
  if (kind == Event::kVerified) {
    machine.OnVerified(static_cast<int>(number), ReadCompanyList(input));
  }
  const std::string_view text = input.Next();
  OnboardingEffect effect = OnboardingEffect::kNone;
  switch (kind) {
    case Event::kWorkspace:
      machine.OnWorkspace(text);
      break;
    case Event::kKey: {
      const auto key = machine.OnKey(text, static_cast<std::int64_t>(number));
      if (key) effect = OnboardingEffect::kVerify;
      WriteState(machine.state(), error_before, effect, key ? key->view() : std::string_view());
      return kOk;
    }
    case Event::kReply:
      effect = machine.OnReply(text);
      break;
    case Event::kCompany:
      machine.OnCompany(text);
      break;
    case Event::kRetry:
      effect = machine.OnRetry();
      break;
    case Event::kCancel:
      effect = machine.OnCancel();
      break;
    case Event::kForget:
      effect = machine.OnForget();
      break;
    case Event::kVerified:
      break;
    case Event::kFailed: {
      ErrorPtr error(new Error);
      error->kind = static_cast<ErrorKind>(ReadDigits(text).value_or(0));
      machine.OnVerifyFailed(static_cast<int>(number), std::move(error));
      break;
    }
  }
  WriteState(machine.state(), error_before, effect, {});
  return kOk;
}

int ReserveInput(int size) { return static_cast<int>(Reserve(static_cast<std::size_t>(size))); }
int OutputAddress() { return static_cast<int>(OutputAt()); }

}  // namespace

EMSCRIPTEN_BINDINGS(agencyhandy) {
  emscripten::function("reserve", &ReserveInput);
  emscripten::function("output", &OutputAddress);
  emscripten::function("release", &Release);
  emscripten::function("settingsUrl", &SettingsUrl);
  emscripten::function("inspectApiKey", &InspectApiKey);
  emscripten::function("authHeaders", &AuthHeaders);
  emscripten::function("parseCompanies", &ReadCompanies);
  emscripten::function("baseUrl", &CheckBaseUrl);
  emscripten::function("buildRequest", &MakeRequest);
  emscripten::function("snippet", &MakeSnippet);
  emscripten::function("snippetTargets", &ListTargets);
  emscripten::function("send", &SendRequest);
  emscripten::function("abort", &Abort);
  emscripten::function("planRetry", &PlanNextTry);
  emscripten::function("sendEvent", &SendEvent);
}

}  // namespace agencyhandy
