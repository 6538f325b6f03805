// Owns what the tests of the state machine share: ways into every state, and a state as one text.
// Owns no claim.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/onboarding.h"
#include "core/support.h"

namespace agencyhandy::testing {

inline constexpr std::int64_t kNowMs = 1'800'000'000'000;

inline std::vector<Company> MakeCompanies(std::string_view ids) {
  std::vector<Company> companies;
  for (const char id : ids) {
    Company company;
    company.id = std::string(1, id);
    company.name = "Company " + company.id;
    companies.push_back(std::move(company));
  }
  return companies;
}

inline std::string MakeReply(std::string_view ids) {
  std::string reply = "{\"companies\":[";
  for (const char id : ids) {
    if (reply.back() != '[') reply += ',';
    reply += std::string("{\"_id\":\"") + id + "\",\"name\":\"Company " + id + "\"}";
  }
  return reply + "]}";
}

inline ErrorPtr MakeError(ErrorKind kind, int status = 0) {
  ErrorPtr error(new Error);
  error->kind = kind;
  error->status = status;
  error->text = Text::kUnrecognised;
  return error;
}

// All that the state shows, as one text.
inline std::string Dump(const OnboardingState& state) {
  std::string dump = ToName(state.name);
  dump += " url=" + state.settings_url + " notes=";
  for (const KeyNote note : kKeyNotes) dump += state.notes.Has(note) ? '1' : '0';
  dump += " expires=" + (state.expires_at_ms ? std::to_string(*state.expires_at_ms) : "-");
  dump += " companies=";
  for (const Company& company : state.companies) dump += company.id + "(" + company.name + ")";
  dump += " company=" + (state.company ? std::to_string(*state.company) : "-");
  if (state.error.get() != nullptr) {
    const Error& error = *state.error.get();
    dump += std::string(" error=") + ToName(error.kind) + ':' + error.reason() + ':' + error.where;
  }
  return dump;
}

// Dump without the error.
inline std::string DumpRest(const OnboardingState& state) {
  const std::string dump = Dump(state);
  return dump.substr(0, dump.find(" error="));
}

// Gives the machine a key and the outcome of its verification.
inline void Verify(Onboarding& machine, std::string_view company_ids) {
  (void)machine.OnKey(SampleKey(), kNowMs);
  machine.OnVerified(machine.generation(), MakeCompanies(company_ids));
}
inline void VerifyInVain(Onboarding& machine, ErrorKind kind, int status = 0) {
  (void)machine.OnKey(SampleKey(), kNowMs);
  machine.OnVerifyFailed(machine.generation(), MakeError(kind, status));
}

}  // namespace agencyhandy::testing
