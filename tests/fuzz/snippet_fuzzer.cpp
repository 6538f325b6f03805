// A curl command, cut into words by the rules of a POSIX shell, is curl with exactly the arguments
// that the request means: no byte of a value can end its quotes.
#include "core/snippets.h"
#include "fuzz/fuzz_support.h"

namespace agencyhandy::fuzz {
namespace {

// Cuts a command that uses single quotes, double quotes around variables, a backslash before a
// quote or a line break, and nothing else. Anything that a shell would act on ends the run.
std::vector<std::string> CutWords(const std::string& command) {
  std::vector<std::string> words;
  bool in_word = false;
  for (std::size_t i = 0; i < command.size(); ++i) {
    const char c = command[i];
    if (c == ' ' || (c == '\\' && command[i + 1] == '\n')) {
      i += c == '\\' ? 1 : 0;
      in_word = false;
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    if (c == '\'' || c == '"') {
      const std::size_t end = command.find(c, i + 1);
      Require(end != std::string::npos, "a quote ends", command);
      const std::string quoted = command.substr(i + 1, end - i - 1);
      Require(c == '\'' || quoted.find_first_of("`\\!") == std::string::npos,
              "double quotes hold a variable alone", command);
      words.back() += quoted;
      i = end;
    } else if (c == '\\') {
      words.back() += command[++i];
    } else {
      Require(IsVisibleAscii({&c, 1}) &&
                  std::string("|&;<>()$`*?[]#~=%!{}").find(c) == std::string::npos,
              "nothing outside quotes acts", command);
      words.back() += c;
    }
  }
  return words;
}

void AddHeader(const char* name, const std::string& value, std::vector<std::string>& words) {
  words.insert(words.end(), {"--header", std::string(name) + ": " + value});
}

void Check(const Request& request, Secrets secrets, const ApiKey* key, const std::string* company) {
  const Result<std::string> text =
      WriteSnippet(kSnippetTargets[0].id, request, {secrets, key, company});
  Require(text.ok(), "a good request can be written");
  std::vector<std::string> words = CutWords(text.value());
  std::vector<std::string> expected = {"curl"};
  if (words.size() > 1 && words[1] == "--head") {
    Require(request.method == Method::kHead, "--head is for HEAD", text.value());
    expected.emplace_back("--head");
  } else {
    expected.insert(expected.end(), {"--request", std::string(ToName(request.method))});
  }
  expected.push_back(request.url);
  const bool is_inline = secrets == Secrets::kInline;
  const bool is_environment = secrets == Secrets::kEnvironment;
  AddHeader("x-api-key",
            is_inline        ? std::string(key->view())
            : is_environment ? "${AGENCYHANDY_API_KEY:?}"
                             : "<YOUR_API_KEY>",
            expected);
  if (request.with_company) {
    AddHeader("companyid",
              is_inline        ? *company
              : is_environment ? "${AGENCYHANDY_COMPANY_ID:?}"
                               : "<YOUR_COMPANY_ID>",
              expected);
  }
  if (request.has_body) {
    AddHeader("content-type", "application/json", expected);
    expected.insert(expected.end(), {"--data-raw", request.json_body});
  }
  Require(words == expected, "the words are the request's", text.value());
}

}  // namespace
}  // namespace agencyhandy::fuzz

// Key, company id, path, body, query name, query value.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace agencyhandy;
  const std::vector<std::string> texts = fuzz::SplitInput(data, size, 6);
  RequestInput input;
  input.method = texts[3].empty() ? (size % 2 == 0 ? "GET" : "HEAD") : "POST";
  input.path = {texts[2]};
  input.has_body = !texts[3].empty();
  input.json_body = texts[3];
  input.query = {texts[4], texts[5]};
  const Result<Request> request = BuildRequest(input);
  if (!request.ok()) return 0;
  fuzz::Check(request.value(), Secrets::kEnvironment, nullptr, nullptr);
  fuzz::Check(request.value(), Secrets::kPlaceholder, nullptr, nullptr);
  const Result<ApiKey> key = ApiKey::Parse(texts[0]);
  const Result<std::string> company = ParseCompanyId(texts[1]);
  if (key.ok() && company.ok()) {
    fuzz::Check(request.value(), Secrets::kInline, &key.value(), &company.value());
  }
  return 0;
}
