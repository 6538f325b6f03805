// Holds every state of the onboarding machine against every event, as one table.
#include <string>
#include <vector>

#include "core/onboarding_support.h"

namespace agencyhandy::testing {
namespace {

using Effect = OnboardingEffect;
using Name = OnboardingName;

struct Start {
  const char* label;
  Name name;
  void (*enter)(Onboarding&);
};

// Every state, reached with a workspace and, but for the first two and "readyByReply", with a key.
constexpr Start kStarts[] = {
    {"needsWorkspace", Name::kNeedsWorkspace, [](Onboarding&) {}},
    {"needsKey", Name::kNeedsKey, [](Onboarding&) {}},
    {"verifying", Name::kVerifying, [](Onboarding& m) { (void)m.OnKey(SampleKey(), kNowMs); }},
    {"verifyingAgain", Name::kVerifying,
     [](Onboarding& m) {
       Verify(m, "ab");
       m.OnCompany("a");
       m.OnRetry();
     }},
    {"choosesCompany", Name::kChoosesCompany, [](Onboarding& m) { Verify(m, "ab"); }},
    {"ready", Name::kReady,
     [](Onboarding& m) {
       Verify(m, "ab");
       m.OnCompany("a");
     }},
    {"readyByReply", Name::kReady, [](Onboarding& m) { m.OnReply(MakeReply("a")); }},
    {"noCompany", Name::kNoCompany, [](Onboarding& m) { Verify(m, ""); }},
    {"keyRejected", Name::kKeyRejected,
     [](Onboarding& m) { VerifyInVain(m, ErrorKind::kKeyRejected, 401); }},
    {"forbidden", Name::kForbidden,
     [](Onboarding& m) { VerifyInVain(m, ErrorKind::kForbidden, 403); }},
    {"rateLimited", Name::kRateLimited,
     [](Onboarding& m) { VerifyInVain(m, ErrorKind::kRateLimited, 429); }},
    {"unknown", Name::kUnknown,
     [](Onboarding& m) { VerifyInVain(m, ErrorKind::kServerError, 503); }},
    {"notTheApi", Name::kNotTheApi,
     [](Onboarding& m) { VerifyInVain(m, ErrorKind::kRedirectRefused, 302); }},
};

struct Event {
  const char* label;
  Effect (*send)(Onboarding&);
};

template <ErrorKind kKind>
Effect SendFailure(Onboarding& m) {
  m.OnVerifyFailed(m.generation(), MakeError(kKind));
  return Effect::kNone;
}

constexpr Event kEvents[] = {
    {"workspace", [](Onboarding& m) { return m.OnWorkspace("other"), Effect::kNone; }},
    {"badWorkspace", [](Onboarding& m) { return m.OnWorkspace("x"), Effect::kNone; }},
    {"key",
     [](Onboarding& m) {
       return m.OnKey(SampleKey(), kNowMs).has_value() ? Effect::kVerify : Effect::kNone;
     }},
    {"badKey",
     [](Onboarding& m) {
       return m.OnKey("a b", kNowMs).has_value() ? Effect::kVerify : Effect::kNone;
     }},
    {"replyOfOne", [](Onboarding& m) { return m.OnReply(MakeReply("c")); }},
    {"replyOfTwo", [](Onboarding& m) { return m.OnReply(MakeReply("ca")); }},
    {"replyOfNone", [](Onboarding& m) { return m.OnReply(MakeReply("")); }},
    {"badReply", [](Onboarding& m) { return m.OnReply("<html>"); }},
    {"company", [](Onboarding& m) { return m.OnCompany("a"), Effect::kNone; }},
    {"badCompany", [](Onboarding& m) { return m.OnCompany("z"), Effect::kNone; }},
    {"retry", [](Onboarding& m) { return m.OnRetry(); }},
    {"cancel", [](Onboarding& m) { return m.OnCancel(); }},
    {"forget", [](Onboarding& m) { return m.OnForget(); }},
    {"verifiedOne",
     [](Onboarding& m) { return m.OnVerified(m.generation(), MakeCompanies("c")), Effect::kNone; }},
    {"verifiedTwo",
     [](Onboarding& m) {
       return m.OnVerified(m.generation(), MakeCompanies("ca")), Effect::kNone;
     }},
    {"verifiedNone", [](Onboarding& m) { return m.OnVerified(m.generation(), {}), Effect::kNone; }},
    {"failed401", SendFailure<ErrorKind::kKeyRejected>},
    {"failed403", SendFailure<ErrorKind::kForbidden>},
    {"failed404", SendFailure<ErrorKind::kNotFound>},
    {"failed429", SendFailure<ErrorKind::kRateLimited>},
    {"failed503", SendFailure<ErrorKind::kServerError>},
    {"failedRedirect", SendFailure<ErrorKind::kRedirectRefused>},
    {"failedHtml", SendFailure<ErrorKind::kUnexpectedContent>},
    {"failedNetwork", SendFailure<ErrorKind::kNetwork>},
    {"failedTimeout", SendFailure<ErrorKind::kTimeout>},
    {"late",
     [](Onboarding& m) {
       m.OnVerified(m.generation() - 1, MakeCompanies("c"));
       m.OnVerifyFailed(m.generation() - 1, MakeError(ErrorKind::kKeyRejected));
       m.OnVerified(m.generation() + 1, MakeCompanies("c"));
       return Effect::kNone;
     }},
};

// What an event does: the next state ("=": the same), the effect, and the error's reason
// ("": no error, "=": the one before, "kind:…": an error without a reason, by its kind).
struct Cell {
  const char* next;
  Effect effect = Effect::kNone;
  const char* error = "";
};

constexpr Cell kSame = {"=", Effect::kNone, "="};
constexpr Cell kBadWorkspace = {"=", Effect::kNone, "workspace_name_short"};
constexpr Cell kBadKey = {"=", Effect::kNone, "key_bad_character"};
constexpr Cell kBadReply = {"=", Effect::kNone, "reply_html"};
constexpr Cell kNoSuchCompany = {"=", Effect::kNone, "company_unknown"};
constexpr Cell kVerifies = {"verifying", Effect::kVerify, ""};
constexpr Cell kKeyMissing = {"=", Effect::kNone, "key_missing"};
constexpr Cell kNeedsKey = {"needsKey"};
constexpr Cell kStart = {"needsWorkspace"};
constexpr Cell kReady = {"ready"};
constexpr Cell kChooses = {"choosesCompany"};
constexpr Cell kNone = {"noCompany"};
constexpr Cell kReadyAbort = {"ready", Effect::kAbort, ""};
constexpr Cell kChoosesAbort = {"choosesCompany", Effect::kAbort, ""};
constexpr Cell kNoneAbort = {"noCompany", Effect::kAbort, ""};
constexpr Cell kCancelled = {"needsKey", Effect::kAbort, "="};
constexpr Cell kForgotten = {"needsWorkspace", Effect::kAbort, ""};
constexpr Cell kRejected = {"keyRejected", Effect::kNone, "kind:key_rejected"};
constexpr Cell kForbidden = {"forbidden", Effect::kNone, "kind:forbidden"};

// What an outcome that tells nothing of the key leads to: its own state, or what was known before.
constexpr Cell Failed(const char* next, const char* kind) { return {next, Effect::kNone, kind}; }

struct Row {
  const char* start;
  std::vector<Cell> cells;  // in the order of kEvents
};

// The cells of a state in which no verification runs.
Row Settled(const char* start, Cell workspace, Cell two, Cell company, Cell retry) {
  return {start, {workspace, kBadWorkspace, kVerifies,      kBadKey, kReady, two,    kNone,
                  kBadReply, company,       kNoSuchCompany, retry,   kSame,  kStart, kSame,
                  kSame,     kSame,         kSame,          kSame,   kSame,  kSame,  kSame,
                  kSame,     kSame,         kSame,          kSame,   kSame}};
}

std::vector<Row> Table() {
  constexpr Cell kStays = {"="};
  return {
      Settled("needsWorkspace", kNeedsKey, kChooses, kNoSuchCompany, kKeyMissing),
      Settled("needsKey", kNeedsKey, kChooses, kNoSuchCompany, kKeyMissing),
      {"verifying",
       {kStays,
        kBadWorkspace,
        kVerifies,
        kBadKey,
        kReadyAbort,
        kChoosesAbort,
        kNoneAbort,
        kBadReply,
        kNoSuchCompany,
        kNoSuchCompany,
        kVerifies,
        kCancelled,
        kForgotten,
        kReady,
        kChooses,
        kNone,
        kRejected,
        kForbidden,
        Failed("notTheApi", "kind:not_found"),
        Failed("rateLimited", "kind:rate_limited"),
        Failed("unknown", "kind:server_error"),
        Failed("notTheApi", "kind:redirect_refused"),
        Failed("notTheApi", "kind:unexpected_content"),
        Failed("unknown", "kind:network"),
        Failed("unknown", "kind:timeout"),
        kSame}},
      {"verifyingAgain",  // known to be ready with company "a"
       {kStays,
        kBadWorkspace,
        kVerifies,
        kBadKey,
        kReadyAbort,
        kReadyAbort,
        kNoneAbort,
        kBadReply,
        kStays,
        kNoSuchCompany,
        kVerifies,
        kCancelled,
        kForgotten,
        kReady,
        kReady,
        kNone,
        kRejected,
        kForbidden,
        Failed("ready", "kind:not_found"),
        Failed("ready", "kind:rate_limited"),
        Failed("ready", "kind:server_error"),
        Failed("ready", "kind:redirect_refused"),
        Failed("ready", "kind:unexpected_content"),
        Failed("ready", "kind:network"),
        Failed("ready", "kind:timeout"),
        kSame}},
      Settled("choosesCompany", kStays, kChooses, kReady, kVerifies),
      Settled("ready", kStays, kReady, kStays, kVerifies),
      Settled("readyByReply", kStays, kReady, kStays, kKeyMissing),
      Settled("noCompany", kNeedsKey, kChooses, kNoSuchCompany, kVerifies),
      Settled("keyRejected", kNeedsKey, kChooses, kNoSuchCompany, kVerifies),
      Settled("forbidden", kNeedsKey, kChooses, kNoSuchCompany, kVerifies),
      Settled("rateLimited", kNeedsKey, kChooses, kNoSuchCompany, kVerifies),
      Settled("unknown", kNeedsKey, kChooses, kNoSuchCompany, kVerifies),
      Settled("notTheApi", kNeedsKey, kChooses, kNoSuchCompany, kVerifies),
  };
}

const Start& FindStart(const std::string& label) {
  for (const Start& start : kStarts) {
    if (label == start.label) return start;
  }
  ADD_FAILURE() << label;
  return kStarts[0];
}

void Enter(Onboarding& machine, const Start& start) {
  if (start.name != Name::kNeedsWorkspace) machine.OnWorkspace("acme");
  start.enter(machine);
  ASSERT_EQ(machine.state().name, start.name) << start.label;
}

std::string ErrorOf(const OnboardingState& state) {
  if (state.error.get() == nullptr) return "";
  const Error& error = *state.error.get();
  return *error.reason() != '\0' ? error.reason() : std::string("kind:") + ToName(error.kind);
}

TEST(OnboardingTable, CoversEveryStateAndEvent) {
  EXPECT_EQ(Table().size(), std::size(kStarts));
  for (const Row& row : Table()) EXPECT_EQ(row.cells.size(), std::size(kEvents)) << row.start;
  for (int i = 0; i <= static_cast<int>(Name::kNotTheApi); ++i) {
    bool found = false;
    for (const Start& start : kStarts) found |= start.name == static_cast<Name>(i);
    EXPECT_TRUE(found) << ToName(static_cast<Name>(i));
  }
}

TEST(OnboardingTable, HoldsForEveryStateAndEvent) {
  for (const Row& row : Table()) {
    for (std::size_t i = 0; i < std::size(kEvents); ++i) {
      SCOPED_TRACE(std::string(row.start) + " x " + kEvents[i].label);
      const Cell& cell = row.cells[i];
      Onboarding machine;
      Enter(machine, FindStart(row.start));
      const std::string before = ToName(machine.state().name);
      const std::string error_before = ErrorOf(machine.state());
      const Effect effect = kEvents[i].send(machine);
      EXPECT_EQ(ToName(machine.state().name), cell.next[0] == '=' ? before : cell.next);
      EXPECT_EQ(static_cast<int>(effect), static_cast<int>(cell.effect));
      EXPECT_EQ(ErrorOf(machine.state()), cell.error[0] == '=' ? error_before : cell.error);
    }
  }
}

TEST(OnboardingTable, ARefusedEventChangesNothingButTheError) {
  const Effect none = Effect::kNone;
  for (const Row& row : Table()) {
    for (std::size_t i = 0; i < std::size(kEvents); ++i) {
      const bool refused = std::string(kEvents[i].label).rfind("bad", 0) == 0 ||
                           std::string(kEvents[i].label) == "late";
      if (!refused) continue;
      SCOPED_TRACE(std::string(row.start) + " x " + kEvents[i].label);
      Onboarding machine;
      Enter(machine, FindStart(row.start));
      const std::string before = DumpRest(machine.state());
      const int generation = machine.generation();
      EXPECT_EQ(kEvents[i].send(machine), none);
      EXPECT_EQ(DumpRest(machine.state()), before);
      EXPECT_EQ(machine.generation(), generation);
    }
  }
}

TEST(OnboardingTable, ForgetLeavesNothingFromAnyState) {
  const std::string fresh = Dump(Onboarding().state());
  for (const Start& start : kStarts) {
    Onboarding machine;
    Enter(machine, start);
    machine.OnForget();
    EXPECT_EQ(Dump(machine.state()), fresh) << start.label;
    EXPECT_EQ(machine.OnRetry(), Effect::kNone) << start.label;
    EXPECT_EQ(ErrorOf(machine.state()), "key_missing") << start.label;
  }
}

TEST(OnboardingTable, AnAnswerThatComesAfterForgetChangesNothing) {
  for (const Start& start : kStarts) {
    Onboarding machine;
    Enter(machine, start);
    const int generation = machine.generation();
    machine.OnForget();
    const std::string forgotten = Dump(machine.state());
    machine.OnVerified(generation, MakeCompanies("c"));
    machine.OnVerifyFailed(generation, MakeError(ErrorKind::kKeyRejected));
    EXPECT_EQ(Dump(machine.state()), forgotten) << start.label;
  }
}

}  // namespace
}  // namespace agencyhandy::testing
