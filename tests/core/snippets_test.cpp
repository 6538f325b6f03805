#include "core/snippets.h"

#include <unistd.h>

#include <cstdio>

#include "core/support.h"

namespace agencyhandy::testing {
namespace {

Request MakeRequest(std::string_view method, std::string_view path, std::string_view body = "",
                    std::vector<std::string_view> query = {}) {
  RequestInput input;
  input.method = method;
  input.path = {path};
  input.query = std::move(query);
  input.has_body = !body.empty();
  input.json_body = body;
  Result<Request> request = BuildRequest(input);
  EXPECT_TRUE(request.ok()) << path;
  return std::move(request.value());
}

std::string Write(const Request& request, const SnippetCredentials& credentials = {}) {
  const Result<std::string> text = WriteSnippet("curl-bash", request, credentials);
  EXPECT_TRUE(text.ok());
  return text.ok() ? text.value() : std::string();
}

// Runs `script` in a real bash in which `curl` only lists its arguments, one a line, each behind a
// length. Gives what it printed; `status` is bash's exit code.
std::string RunInBash(const std::string& script, int& status) {
  const std::string path = ::testing::TempDir() + "snippet-" + std::to_string(getpid()) + ".sh";
  std::FILE* file = std::fopen(path.c_str(), "wb");
  const std::string whole =
      "curl() { local argument; for argument in \"$@\"; do LC_ALL=C; "
      "printf '%s %s\\n' \"${#argument}\" \"$argument\"; done; }\n" +
      script + "\n";
  std::fwrite(whole.data(), 1, whole.size(), file);
  std::fclose(file);
  std::FILE* pipe = popen(("bash '" + path + "' 2>&1").c_str(), "r");
  std::string output;
  char bytes[4096];
  for (std::size_t count; (count = std::fread(bytes, 1, sizeof bytes, pipe)) > 0;) {
    output.append(bytes, count);
  }
  status = pclose(pipe);
  std::remove(path.c_str());
  return output;
}

std::string Listed(const std::vector<std::string>& arguments) {
  std::string lines;
  for (const std::string& argument : arguments) {
    lines += std::to_string(argument.size()) + " " + argument + "\n";
  }
  return lines;
}

void ExpectArguments(const std::string& script, const std::vector<std::string>& arguments) {
  int status = -1;
  EXPECT_EQ(RunInBash(script, status), Listed(arguments)) << script;
  EXPECT_EQ(status, 0) << script;
}

TEST(Snippets, OfferCurlForBash) {
  ASSERT_EQ(std::size(kSnippetTargets), 1U);
  EXPECT_EQ(kSnippetTargets[0].id, "curl-bash");
  EXPECT_EQ(kSnippetTargets[0].language, "bash");
  EXPECT_FALSE(kSnippetTargets[0].label.empty());
}

TEST(Snippets, WriteTheVerifyingCallAsOneCommand) {
  EXPECT_EQ(Write(BuildCompaniesRequest("").value()),
            "curl --request GET 'https://api.agencyhandy.com/accounts/companies' \\\n"
            "  --header \"x-api-key: ${AGENCYHANDY_API_KEY:?}\"");
}

TEST(Snippets, WriteBothHeadersWhereACallNeedsThem) {
  EXPECT_EQ(Write(MakeRequest("GET", "/roles", "", {"type", "company"})),
            "curl --request GET 'https://api.agencyhandy.com/roles?type=company' \\\n"
            "  --header \"x-api-key: ${AGENCYHANDY_API_KEY:?}\" \\\n"
            "  --header \"companyid: ${AGENCYHANDY_COMPANY_ID:?}\"");
}

TEST(Snippets, WriteABodyWithItsMediaType) {
  SnippetCredentials credentials;
  credentials.secrets = Secrets::kPlaceholder;
  EXPECT_EQ(Write(MakeRequest("POST", "/members/bulk-lead", R"([{"email":"a@example.com"}])"),
                  credentials),
            "curl --request POST 'https://api.agencyhandy.com/members/bulk-lead' \\\n"
            "  --header 'x-api-key: <YOUR_API_KEY>' \\\n"
            "  --header 'content-type: application/json' \\\n"
            "  --data-raw '[{\"email\":\"a@example.com\"}]'");
}

TEST(Snippets, HoldASecretOnlyWhereAskedTo) {
  const Result<ApiKey> key = ApiKey::Parse("k3y");
  const std::string company = "c0mpany";
  const Request request = MakeRequest("GET", "/roles");
  SnippetCredentials credentials;
  credentials.key = &key.value();
  credentials.company_id = &company;
  for (const Secrets secrets : {Secrets::kEnvironment, Secrets::kPlaceholder}) {
    credentials.secrets = secrets;
    EXPECT_EQ(Write(request, credentials).find("k3y"), std::string::npos);
    EXPECT_EQ(Write(request, credentials).find("c0mpany"), std::string::npos);
  }
  credentials.secrets = Secrets::kPlaceholder;
  EXPECT_NE(Write(request, credentials).find("'companyid: <YOUR_COMPANY_ID>'"), std::string::npos);
  credentials.secrets = Secrets::kInline;
  EXPECT_NE(Write(request, credentials).find("'x-api-key: k3y'"), std::string::npos);
  EXPECT_NE(Write(request, credentials).find("'companyid: c0mpany'"), std::string::npos);
}

TEST(Snippets, RefuseWhatTheyCannotWrite) {
  const Request request = MakeRequest("GET", "/roles");
  for (const std::string_view target : {"", "curl", "curl-bash ", "CURL-BASH", "python"}) {
    EXPECT_TRUE(Fails(WriteSnippet(target, request, {}), "target", kAnyReason)) << target;
  }
  const Result<ApiKey> key = ApiKey::Parse("k3y");
  SnippetCredentials credentials;
  credentials.secrets = Secrets::kInline;
  EXPECT_TRUE(Fails(WriteSnippet("curl-bash", request, credentials), "apiKey", "key_missing"));
  credentials.key = &key.value();
  EXPECT_TRUE(Fails(WriteSnippet("curl-bash", request, credentials), "companyId", kAnyReason));
  EXPECT_TRUE(WriteSnippet("curl-bash", BuildCompaniesRequest("").value(), credentials).ok());
}

constexpr std::string_view kNasty[] = {"'",
                                       "''",
                                       "'\\''",
                                       "\"",
                                       "\\",
                                       "\\\\",
                                       "$HOME",
                                       "$(echo run)",
                                       "`echo run`",
                                       "${IFS}",
                                       "!!",
                                       "!x",
                                       "a'b\"c`d$e\\f",
                                       "; echo run",
                                       "| echo run",
                                       "& echo run",
                                       "> file",
                                       "#comment",
                                       "*",
                                       "?",
                                       "[a]",
                                       "{a,b}",
                                       "~",
                                       "-o",
                                       "--output",
                                       "@file",
                                       "%s",
                                       "\xC3\xA9",
                                       "\xF0\x9F\x98\x80",
                                       "$'\\n'",
                                       "(",
                                       ")"};

TEST(Snippets, LetNoByteOfABodyRunInARealBash) {
  std::string all;
  for (const std::string_view nasty : kNasty) all += std::string(nasty) + ' ';
  SnippetCredentials credentials;
  credentials.secrets = Secrets::kPlaceholder;
  for (const std::string& text : {all, "'"s + all + "'", "line\\nline"s}) {
    std::string body = "\"";
    for (const char c : text)
      body += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    body += "\"";
    ExpectArguments(Write(MakeRequest("POST", "/x", body), credentials),
                    {"--request", "POST", "https://api.agencyhandy.com/x", "--header",
                     "x-api-key: <YOUR_API_KEY>", "--header", "companyid: <YOUR_COMPANY_ID>",
                     "--header", "content-type: application/json", "--data-raw", body});
  }
}

TEST(Snippets, LetNoByteOfAnInlineSecretRunInARealBash) {
  std::string all;
  for (char c = 0x21; c < 0x7F; ++c) all += c;
  for (const std::string& text :
       {all, "'"s, "''"s, "$(echo${IFS}run)"s, "`id`"s, "'\\''"s, "-o"s, "@file"s, "\\"s, "!"s}) {
    const Result<ApiKey> key = ApiKey::Parse(text);
    SnippetCredentials credentials;
    credentials.secrets = Secrets::kInline;
    credentials.key = &key.value();
    credentials.company_id = &text;
    ExpectArguments(Write(MakeRequest("GET", "/roles"), credentials),
                    {"--request", "GET", "https://api.agencyhandy.com/roles", "--header",
                     "x-api-key: " + text, "--header", "companyid: " + text});
  }
}

TEST(Snippets, LetNoByteOfAnAddressRunInARealBash) {
  std::string path = "/";
  std::vector<std::string_view> query;
  for (const std::string_view nasty : kNasty) {
    if (nasty.find_first_of("\\?#%") == std::string_view::npos) path += nasty;
    query.insert(query.end(), {nasty, nasty});
  }
  const Request request = MakeRequest("GET", path, "", query);
  ExpectArguments(Write(request, {Secrets::kPlaceholder, nullptr, nullptr}),
                  {"--request", "GET", request.url, "--header", "x-api-key: <YOUR_API_KEY>",
                   "--header", "companyid: <YOUR_COMPANY_ID>"});
}

TEST(Snippets, ReadSecretsFromTheEnvironmentAsTheyAre) {
  const std::string script = Write(MakeRequest("GET", "/roles"));
  ExpectArguments(
      "AGENCYHANDY_API_KEY='a'\\''b\"$(echo run)`x`\\\\ *' AGENCYHANDY_COMPANY_ID='c  d'\n" +
          script,
      {"--request", "GET", "https://api.agencyhandy.com/roles", "--header",
       "x-api-key: a'b\"$(echo run)`x`\\\\ *", "--header", "companyid: c  d"});
}

TEST(Snippets, SendNothingWithoutTheirVariables) {
  const std::string script = Write(MakeRequest("GET", "/roles"));
  for (const char* before : {"", "AGENCYHANDY_API_KEY=k\n", "AGENCYHANDY_COMPANY_ID=c\n",
                             "AGENCYHANDY_API_KEY= AGENCYHANDY_COMPANY_ID=c\n"}) {
    int status = 0;
    const std::string output =
        RunInBash("unset AGENCYHANDY_API_KEY AGENCYHANDY_COMPANY_ID\n"s + before + script, status);
    EXPECT_NE(status, 0) << before;
    EXPECT_EQ(output.find("--request"), std::string::npos) << output;
    EXPECT_NE(output.find("AGENCYHANDY_"), std::string::npos) << output;
  }
}

// curl would wait for the body that a HEAD reply announces and never sends.
TEST(Snippets, AskForHeadersAloneInCurlsOwnWay) {
  const std::string text = Write(MakeRequest("HEAD", "/roles"));
  EXPECT_EQ(text.find("--request HEAD"), std::string::npos) << text;
  EXPECT_NE(text.find("--head "), std::string::npos) << text;
}

}  // namespace
}  // namespace agencyhandy::testing
