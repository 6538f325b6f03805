#include "core/onboarding.h"

#include "core/onboarding_support.h"

namespace agencyhandy::testing {
namespace {

using Effect = OnboardingEffect;
using Name = OnboardingName;

TEST(Onboarding, NamesEveryStateAsThePackageDoes) {
  const char* names[] = {"needsWorkspace", "needsKey",  "verifying",   "choosesCompany",
                         "ready",          "noCompany", "keyRejected", "forbidden",
                         "rateLimited",    "unknown",   "notTheApi"};
  for (std::size_t i = 0; i < std::size(names); ++i) {
    EXPECT_STREQ(ToName(static_cast<Name>(i)), names[i]);
  }
}

TEST(Onboarding, BeginsWithNothing) {
  const Onboarding machine;
  EXPECT_EQ(Dump(machine.state()),
            "needsWorkspace url= notes=00000000000 expires=- companies= company=-");
}

TEST(Onboarding, GoesFromAWorkspaceToReadyInThreeEvents) {
  Onboarding machine;
  machine.OnWorkspace("acme");
  EXPECT_EQ(machine.state().name, Name::kNeedsKey);
  EXPECT_EQ(machine.state().settings_url,
            "https://acme.agencyhandy.com/workspace-config?tab=api-key");
  const std::optional<ApiKey> key = machine.OnKey(" " + SampleKey(), kNowMs);
  ASSERT_TRUE(key.has_value());
  EXPECT_EQ(key->view(), SampleKey());
  EXPECT_EQ(machine.state().name, Name::kVerifying);
  EXPECT_TRUE(machine.state().notes.Has(KeyNote::kTrimmed));
  machine.OnVerified(machine.generation(), MakeCompanies("a"));
  EXPECT_EQ(machine.state().name, Name::kReady);
  EXPECT_EQ(machine.state().company, 0U);
}

TEST(Onboarding, LeavesTheChoiceAmongSeveral) {
  Onboarding machine;
  Verify(machine, "abc");
  EXPECT_EQ(machine.state().name, Name::kChoosesCompany);
  EXPECT_FALSE(machine.state().company.has_value());
  machine.OnCompany("b");
  EXPECT_EQ(machine.state().name, Name::kReady);
  EXPECT_EQ(machine.state().company, 1U);
  machine.OnCompany("c");
  EXPECT_EQ(machine.state().name, Name::kReady);
  EXPECT_EQ(machine.state().company, 2U);
}

TEST(Onboarding, TakesOnlyOneOfTheCompaniesReturned) {
  Onboarding machine;
  Verify(machine, "ab");
  for (const std::string_view id :
       {""sv, "z"sv, "A"sv, " a"sv, "a "sv, "ab"sv, "a\0"sv, "Company a"sv}) {
    machine.OnCompany(id);
    ASSERT_NE(machine.state().error.get(), nullptr);
    EXPECT_TRUE(IsError(*machine.state().error.get(),
                        {ErrorKind::kInvalidInput, "company", "company_unknown", -1, -1}))
        << Show(id);
    EXPECT_EQ(machine.state().name, Name::kChoosesCompany);
  }
}

TEST(Onboarding, RefusesACompanyWhoseIdIsNoHeaderValue) {
  const struct {
    std::string id;
    const char* reason;
  } rows[] = {{"caf\xC3\xA9", "company_id_bad_character"},
              {"a b", "company_id_bad_character"},
              {"a\r\nx-evil: 1", "company_id_bad_character"},
              {" ", "company_id_empty"},
              {Repeat("a", 5000), "company_id_too_long"}};
  for (const auto& row : rows) {
    std::vector<Company> companies = MakeCompanies("a");
    companies[0].id = row.id;
    Onboarding machine;
    (void)machine.OnKey(SampleKey(), kNowMs);
    machine.OnVerified(machine.generation(), std::move(companies));
    EXPECT_EQ(machine.state().name, Name::kChoosesCompany) << Show(row.id);
    EXPECT_FALSE(machine.state().company.has_value());
    ASSERT_NE(machine.state().error.get(), nullptr);
    EXPECT_STREQ(machine.state().error->reason(), row.reason);
  }
}

TEST(Onboarding, KeepsTheChoiceWhenTheListIsReadAgain) {
  Onboarding machine;
  Verify(machine, "abc");
  machine.OnCompany("b");
  machine.OnRetry();
  machine.OnVerified(machine.generation(), MakeCompanies("cb"));
  EXPECT_EQ(machine.state().name, Name::kReady);
  EXPECT_EQ(machine.state().company, 1U);
  machine.OnRetry();
  machine.OnVerified(machine.generation(), MakeCompanies("xy"));
  EXPECT_EQ(machine.state().name, Name::kChoosesCompany);
  EXPECT_FALSE(machine.state().company.has_value());
}

TEST(Onboarding, DropsListAndChoiceForAnotherKey) {
  Onboarding machine;
  Verify(machine, "a");
  (void)machine.OnKey(SampleKey(), kNowMs);
  EXPECT_TRUE(machine.state().companies.empty());
  EXPECT_FALSE(machine.state().company.has_value());
}

// ---- generations

TEST(Onboarding, IgnoresAnAnswerForAnOlderKey) {
  Onboarding machine;
  (void)machine.OnKey("first", kNowMs);
  const int first = machine.generation();
  (void)machine.OnKey("second", kNowMs);
  EXPECT_NE(machine.generation(), first);
  const std::string before = Dump(machine.state());
  machine.OnVerified(first, MakeCompanies("a"));
  machine.OnVerifyFailed(first, MakeError(ErrorKind::kKeyRejected));
  EXPECT_EQ(Dump(machine.state()), before);
  machine.OnVerified(machine.generation(), MakeCompanies("b"));
  EXPECT_EQ(machine.state().name, Name::kReady);
  EXPECT_EQ(machine.state().companies[0].id, "b");
}

TEST(Onboarding, EveryVerificationHasItsOwnGeneration) {
  Onboarding machine;
  std::vector<int> seen;
  (void)machine.OnKey("key", kNowMs);
  seen.push_back(machine.generation());
  machine.OnRetry();
  seen.push_back(machine.generation());
  machine.OnCancel();
  machine.OnRetry();
  seen.push_back(machine.generation());
  machine.OnForget();
  (void)machine.OnKey("key", kNowMs);
  seen.push_back(machine.generation());
  machine.OnReply(MakeReply("a"));
  machine.OnRetry();
  seen.push_back(machine.generation());
  for (std::size_t i = 1; i < seen.size(); ++i) EXPECT_GT(seen[i], seen[i - 1]);
}

TEST(Onboarding, IgnoresAnAnswerAfterCancelReplyOrASecondAnswer) {
  const auto stale_after = [](void (*end)(Onboarding&)) {
    Onboarding machine;
    (void)machine.OnKey(SampleKey(), kNowMs);
    const int generation = machine.generation();
    end(machine);
    const std::string before = Dump(machine.state());
    machine.OnVerified(generation, MakeCompanies("zz"));
    machine.OnVerifyFailed(generation, MakeError(ErrorKind::kKeyRejected));
    EXPECT_EQ(Dump(machine.state()), before);
  };
  stale_after([](Onboarding& m) { m.OnCancel(); });
  stale_after([](Onboarding& m) { m.OnReply(MakeReply("ab")); });
  stale_after([](Onboarding& m) { m.OnForget(); });
  stale_after([](Onboarding& m) { m.OnRetry(); });
  stale_after([](Onboarding& m) { m.OnVerified(m.generation(), MakeCompanies("a")); });
  stale_after(
      [](Onboarding& m) { m.OnVerifyFailed(m.generation(), MakeError(ErrorKind::kNetwork)); });
}

// ---- known and unknown

TEST(Onboarding, AnUnknownOutcomeNeverReplacesAKnownOne) {
  const struct {
    Name name;
    void (*enter)(Onboarding&);
  } known[] = {
      {Name::kReady, [](Onboarding& m) { Verify(m, "a"); }},
      {Name::kChoosesCompany, [](Onboarding& m) { Verify(m, "ab"); }},
      {Name::kNoCompany, [](Onboarding& m) { Verify(m, ""); }},
      {Name::kKeyRejected, [](Onboarding& m) { VerifyInVain(m, ErrorKind::kKeyRejected); }},
      {Name::kForbidden, [](Onboarding& m) { VerifyInVain(m, ErrorKind::kForbidden); }},
  };
  const ErrorKind unknown[] = {
      ErrorKind::kNetwork,          ErrorKind::kConnectionLost,    ErrorKind::kTimeout,
      ErrorKind::kServerError,      ErrorKind::kRateLimited,       ErrorKind::kUnrecognised,
      ErrorKind::kRedirectRefused,  ErrorKind::kUnexpectedContent, ErrorKind::kMalformedResponse,
      ErrorKind::kResponseTooLarge, ErrorKind::kNotFound,          ErrorKind::kValidation,
      ErrorKind::kConflict,         ErrorKind::kInternal,          ErrorKind::kInvalidInput};
  for (const auto& start : known) {
    for (const ErrorKind kind : unknown) {
      SCOPED_TRACE(std::string(ToName(start.name)) + " x " + ToName(kind));
      Onboarding machine;
      start.enter(machine);
      const std::string before = DumpRest(machine.state());
      for (int again = 0; again < 2; ++again) {
        EXPECT_EQ(machine.OnRetry(), Effect::kVerify);
        machine.OnVerifyFailed(machine.generation(), MakeError(kind));
        EXPECT_EQ(DumpRest(machine.state()), before);
        ASSERT_NE(machine.state().error.get(), nullptr);
        EXPECT_EQ(machine.state().error->kind, kind);
      }
    }
  }
}

TEST(Onboarding, AKnownOutcomeReplacesAnotherKnownOne) {
  Onboarding machine;
  Verify(machine, "ab");
  machine.OnCompany("a");
  machine.OnRetry();
  machine.OnVerifyFailed(machine.generation(), MakeError(ErrorKind::kKeyRejected, 401));
  EXPECT_EQ(machine.state().name, Name::kKeyRejected);
  EXPECT_TRUE(machine.state().companies.empty());
  EXPECT_FALSE(machine.state().company.has_value());
  machine.OnRetry();
  machine.OnVerified(machine.generation(), MakeCompanies("a"));
  EXPECT_EQ(machine.state().name, Name::kReady);
}

TEST(Onboarding, WhatWasKnownOfOneKeyIsNotKnownOfTheNext) {
  Onboarding machine;
  VerifyInVain(machine, ErrorKind::kKeyRejected);
  VerifyInVain(machine, ErrorKind::kNetwork);
  EXPECT_EQ(machine.state().name, Name::kUnknown);
}

TEST(Onboarding, KeepsTheKeyAfterEveryFailure) {
  for (const ErrorKind kind : {ErrorKind::kKeyRejected, ErrorKind::kForbidden, ErrorKind::kNetwork,
                               ErrorKind::kRateLimited, ErrorKind::kRedirectRefused}) {
    Onboarding machine;
    VerifyInVain(machine, kind);
    EXPECT_EQ(machine.OnRetry(), Effect::kVerify) << ToName(kind);
  }
}

TEST(Onboarding, KeepsTheErrorsOwnFields) {
  Onboarding machine;
  (void)machine.OnKey(SampleKey(), kNowMs);
  ErrorPtr error = MakeError(ErrorKind::kRateLimited, 429);
  error->retry_after = "7";
  error->request_id = "r-1";
  machine.OnVerifyFailed(machine.generation(), std::move(error));
  EXPECT_EQ(machine.state().name, Name::kRateLimited);
  EXPECT_EQ(machine.state().error->status, 429);
  EXPECT_EQ(machine.state().error->retry_after, "7");
  EXPECT_EQ(machine.state().error->request_id, "r-1");
}

// ---- text that is refused

TEST(Onboarding, ABadKeyLosesNothingAndStartsNothing) {
  Onboarding machine;
  machine.OnWorkspace("acme");
  Verify(machine, "ab");
  machine.OnCompany("a");
  const std::string before = DumpRest(machine.state());
  const struct {
    std::string text;
    Expected expected;
  } rows[] = {{"", {ErrorKind::kInvalidInput, "apiKey", "key_empty", -1, -1}},
              {"a\nb", {ErrorKind::kInvalidInput, "apiKey", "key_bad_character", 1, 0x0A}},
              {Repeat("k", 5000), {ErrorKind::kInvalidInput, "apiKey", "key_too_long", -1, -1}}};
  for (const auto& row : rows) {
    EXPECT_FALSE(machine.OnKey(row.text, kNowMs).has_value());
    EXPECT_TRUE(IsError(*machine.state().error.get(), row.expected));
    EXPECT_EQ(DumpRest(machine.state()), before);
  }
}

TEST(Onboarding, AnEventThatSucceedsEndsTheError) {
  Onboarding machine;
  machine.OnWorkspace("x");
  ASSERT_NE(machine.state().error.get(), nullptr);
  machine.OnWorkspace("acme");
  EXPECT_EQ(machine.state().error.get(), nullptr);
  (void)machine.OnKey("", kNowMs);
  ASSERT_NE(machine.state().error.get(), nullptr);
  (void)machine.OnKey("key", kNowMs);
  EXPECT_EQ(machine.state().error.get(), nullptr);
}

TEST(Onboarding, NeverShowsTheKey) {
  Onboarding machine;
  const std::string key = SampleKey();
  machine.OnWorkspace(key);
  machine.OnReply(key);
  machine.OnCompany(key);
  (void)machine.OnKey(key + "\xC3\xA9", kNowMs);
  EXPECT_EQ(Dump(machine.state()).find(key.substr(0, 12)), std::string::npos);
  EXPECT_EQ(AllTextOf(*machine.state().error.get()).find(key.substr(0, 12)), std::string::npos);
  (void)machine.OnKey(key, kNowMs);
  EXPECT_EQ(Dump(machine.state()).find(key.substr(0, 12)), std::string::npos);
}

// ---- chance

TEST(Onboarding, HoldsItsPromisesOverALongRandomWalk) {
  SeededRandom random(20261107);
  const ErrorKind kinds[] = {ErrorKind::kKeyRejected, ErrorKind::kForbidden,
                             ErrorKind::kNetwork,     ErrorKind::kServerError,
                             ErrorKind::kRateLimited, ErrorKind::kRedirectRefused};
  const std::vector<std::string> lists = {"", "a", "ab", "bca"};
  const std::vector<std::string> texts = {
      "acme", "x",      "",   SampleKey(),        "a b",          "a", "b",
      "z",    "<html>", "{}", "{\"status\":401}", MakeReply("ab")};
  const std::string fresh = Dump(Onboarding().state());
  Onboarding machine;
  std::optional<Name> known;
  for (int step = 0; step < 50'000; ++step) {
    const OnboardingState& state = machine.state();
    const Name before = state.name;
    const std::string dump = Dump(state);
    const bool stale = random.Below(4) == 0;
    const int generation = machine.generation() - (stale ? 1 : 0);
    const std::string& text = random.Pick(texts);
    switch (random.Below(9)) {
      case 0:
        machine.OnWorkspace(text);
        break;
      case 1:
        if (machine.OnKey(text, kNowMs)) known.reset();
        break;
      case 2:
        machine.OnReply(text);
        break;
      case 3:
        machine.OnCompany(text);
        break;
      case 4:
        machine.OnRetry();
        break;
      case 5:
        ASSERT_EQ(machine.OnCancel() == Effect::kAbort, before == Name::kVerifying);
        break;
      case 6:
        if (random.Below(8) != 0) break;
        machine.OnForget();
        known.reset();
        ASSERT_EQ(Dump(state), fresh);
        break;
      case 7:
        machine.OnVerified(generation, MakeCompanies(random.Pick(lists)));
        if (stale || before != Name::kVerifying) {
          ASSERT_EQ(Dump(state), dump);
        }
        break;
      default: {
        const ErrorKind kind = kinds[random.Below(std::size(kinds))];
        machine.OnVerifyFailed(generation, MakeError(kind));
        if (stale || before != Name::kVerifying) {
          ASSERT_EQ(Dump(state), dump);
          break;
        }
        const bool tells = kind == ErrorKind::kKeyRejected || kind == ErrorKind::kForbidden;
        if (!tells && known) {
          ASSERT_EQ(state.name, *known) << dump;
        }
        break;
      }
    }
    for (const Name name : {Name::kReady, Name::kChoosesCompany, Name::kNoCompany,
                            Name::kKeyRejected, Name::kForbidden}) {
      if (state.name == name) known = name;
    }
    if (state.name == Name::kVerifying && state.company) known = Name::kReady;
    const bool chosen = state.company.has_value();
    if (chosen) {
      ASSERT_LT(*state.company, state.companies.size());
    }
    if (state.name == Name::kReady) {
      ASSERT_TRUE(chosen);
    }
    if (state.name == Name::kChoosesCompany) {
      ASSERT_TRUE(!chosen && !state.companies.empty());
    }
    if (state.name == Name::kNoCompany) {
      ASSERT_TRUE(state.companies.empty());
    }
    if (state.name == Name::kKeyRejected || state.name == Name::kForbidden) {
      ASSERT_TRUE(state.companies.empty());
    }
  }
}

// A host may keep the state alone and make the machine anew for each event.
TEST(Onboarding, GoesOnWhereAnotherStopped) {
  Onboarding first;
  first.OnWorkspace("acme");
  ASSERT_TRUE(first.OnKey("some-key", 0));
  OnboardingState verifying;
  verifying.name = first.state().name;
  verifying.settings_url = first.state().settings_url;
  verifying.generation = first.state().generation;
  verifying.has_key = first.state().has_key;

  Onboarding second(std::move(verifying));
  second.OnVerified(first.generation() - 1, MakeCompanies("a"));
  EXPECT_EQ(second.state().name, Name::kVerifying);
  second.OnVerified(first.generation(), MakeCompanies("a"));
  EXPECT_EQ(second.state().name, Name::kReady);
  EXPECT_EQ(second.state().settings_url, first.state().settings_url);
  EXPECT_EQ(second.OnRetry(), Effect::kVerify);
}

}  // namespace
}  // namespace agencyhandy::testing
