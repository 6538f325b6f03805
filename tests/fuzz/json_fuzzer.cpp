// The JSON reader and two others agree on what is JSON; the reader and the reference also agree on
// every event and on whether an integer is beyond JavaScript's numbers.
#include <nlohmann/json.hpp>

#include "fuzz/fuzz_support.h"
#include "fuzz/json_trace.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace agencyhandy;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string difference = reference::CompareJson(text);
  fuzz::Require(difference.empty(), "the core reads JSON as the reference does", difference);
  const Result<JsonSummary> checked = CheckJson(text);
  // nlohmann/json takes a NUL byte for the end of the text.
  if (checked.ok()) {
    fuzz::Require(nlohmann::json::accept(text), "nlohmann/json accepts it too");
    return 0;
  }
  fuzz::RequireShowable(checked.error());
  fuzz::Require(checked.error().kind == ErrorKind::kMalformedResponse, "a refusal is typed");
  return 0;
}
