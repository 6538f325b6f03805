// Owns the way from no key to a first call as one state machine for page, element and terminal.
// Owns no key: the host keeps it and is told when to verify and when to forget.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/companies.h"
#include "core/key_hints.h"

namespace agencyhandy {

enum class OnboardingName {
#define AGENCYHANDY_STATE(state, name) state,
#include "core/onboarding_names.inc"
#undef AGENCYHANDY_STATE
};

const char* ToName(OnboardingName name);

// What the host must do after an event.
enum class OnboardingEffect {
  kNone,
  kVerify,  // GET /accounts/companies with the key, then OnVerified or OnVerifyFailed
  kAbort,   // end the running verification
};

// Everything that is shown, and what the machine remembers besides. Never the key.
struct OnboardingState {
  OnboardingName name = OnboardingName::kNeedsWorkspace;
  std::string settings_url;  // empty: no workspace yet
  KeyNotes notes;
  std::optional<std::int64_t> expires_at_ms;
  std::vector<Company> companies;
  std::optional<std::size_t> company;  // index of the chosen one
  ErrorPtr error;                      // of the last event; ends with the next one that succeeds
  // What is known of the current key, to return to after an outcome that tells nothing.
  std::optional<OnboardingName> known;
  int generation = 0;
  bool has_key = false;
};

// The machine. Every method is an event; bad text is no exception but `state().error`, and leaves
// the rest as it was. Each verification has a generation: an answer to an older one changes
// nothing. An outcome that tells nothing of the key (kUnknown, kRateLimited, kNotTheApi) never
// replaces one that does for the same key.
class Onboarding {
 public:
  // At the start, or where another machine has stopped: all that it knows is its state.
  Onboarding();
  explicit Onboarding(OnboardingState state);
  ~Onboarding();

  const OnboardingState& state() const { return state_; }
  int generation() const { return state_.generation; }

  void OnWorkspace(std::string_view text);

  // The cleaned key, for the host to keep and to verify, in place of any verification that runs;
  // none where the state has an error.
  std::optional<ApiKey> OnKey(std::string_view text, std::int64_t now_ms);

  // What the person's own shell printed; proves the key without this host having it.
  // kAbort where a verification runs and the reply was good.
  OnboardingEffect OnReply(std::string_view text);

  void OnCompany(std::string_view id);

  // kVerify, or kNone where there is no key.
  OnboardingEffect OnRetry();

  // kAbort where a verification runs.
  OnboardingEffect OnCancel();

  // Back to the start; nothing is kept. kAbort where a verification runs.
  OnboardingEffect OnForget();

  void OnVerified(int generation, std::vector<Company> companies);
  void OnVerifyFailed(int generation, ErrorPtr error);

 private:
  void Verify();
  void TakeCompanies(std::vector<Company> companies);
  void Fail(Failure failure);
  bool EndVerification();

  OnboardingState state_;
};

}  // namespace agencyhandy
