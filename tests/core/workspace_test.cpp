#include "core/workspace.h"

#include "core/limits.h"
#include "core/support.h"

namespace agencyhandy::testing {
namespace {

constexpr std::string_view kTab = "/workspace-config?tab=api-key";

TEST(Workspace, LinksToTheSettingsOfANameAnAddressOrADomain) {
  const struct {
    std::string_view text;
    std::string_view address;
  } rows[] = {
      // a name
      {"acme", "https://acme.agencyhandy.com"},
      {"ACME", "https://acme.agencyhandy.com"},
      {"  acme \n", "https://acme.agencyhandy.com"},
      {"a1b", "https://a1b.agencyhandy.com"},
      {"123", "https://123.agencyhandy.com"},
      {"a-b--c", "https://a-b--c.agencyhandy.com"},
      {"wwwx", "https://wwwx.agencyhandy.com"},
      {"apis", "https://apis.agencyhandy.com"},
      {"acme/", "https://acme.agencyhandy.com"},
      {"//acme", "https://acme.agencyhandy.com"},
      {"https://acme", "https://acme.agencyhandy.com"},
      // an address of the vendor
      {"acme.agencyhandy.com", "https://acme.agencyhandy.com"},
      {"Acme.AgencyHandy.COM", "https://acme.agencyhandy.com"},
      {"acme.agencyhandy.com.", "https://acme.agencyhandy.com"},
      {"https://acme.agencyhandy.com", "https://acme.agencyhandy.com"},
      {"HTTPS://acme.agencyhandy.com/", "https://acme.agencyhandy.com"},
      {"http://acme.agencyhandy.com", "https://acme.agencyhandy.com"},
      {"http://acme.agencyhandy.com:80/x", "https://acme.agencyhandy.com"},
      {"https://acme.agencyhandy.com:443", "https://acme.agencyhandy.com"},
      {"//acme.agencyhandy.com/x", "https://acme.agencyhandy.com"},
      {"https://acme.agencyhandy.com/workspace-config?tab=api-key", "https://acme.agencyhandy.com"},
      {"https://acme.agencyhandy.com/a?b=c#d", "https://acme.agencyhandy.com"},
      {"https://acme.agencyhandy.com?b", "https://acme.agencyhandy.com"},
      {"https://acme.agencyhandy.com#d", "https://acme.agencyhandy.com"},
      {"https://acme.agencyhandy.com/@evil.example", "https://acme.agencyhandy.com"},
      {"https://acme.agencyhandy.com/caf\xC3\xA9", "https://acme.agencyhandy.com"},
      {"acme.agencyhandy.com/dashboard:80", "https://acme.agencyhandy.com"},
      // a custom domain
      {"portal.example.com", "https://portal.example.com"},
      {"http://portal.example.com/x?y", "https://portal.example.com"},
      {"a.b.c.example", "https://a.b.c.example"},
      {"portal.xn--mnchen-3ya.example", "https://portal.xn--mnchen-3ya.example"},
      {"acme.agencyhandy.com.example.com", "https://acme.agencyhandy.com.example.com"},
      {"acme.agencyhandy.co", "https://acme.agencyhandy.co"},
      // this machine
      {"http://127.0.0.1:8081", "http://127.0.0.1:8081"},
      {"http://localhost:8081/x", "http://localhost:8081"},
      {"http://[::1]:8081", "http://[::1]:8081"},
      {"http://LOCALHOST", "http://localhost"},
      {"https://127.0.0.1:8443", "https://127.0.0.1:8443"},
      {"https://acme.localhost:1", "https://acme.localhost:1"},
  };
  for (const auto& row : rows) {
    const Result<std::string> url = ParseWorkspace(row.text);
    ASSERT_TRUE(url.ok()) << Show(row.text) << AllTextOf(url.error());
    EXPECT_EQ(url.value(), std::string(row.address) + std::string(kTab)) << Show(row.text);
  }
}

TEST(Workspace, SaysWhichRuleFailed) {
  const struct {
    std::string_view text;
    const char* reason;
  } rows[] = {
      {"", "workspace_empty"},
      {" \n\t", "workspace_empty"},
      {"\xC2\xA0", "workspace_empty"},
      {"a", "workspace_name_short"},
      {"ab", "workspace_name_short"},
      {"ab.agencyhandy.com", "workspace_name_short"},
      {"https://ab.agencyhandy.com/", "workspace_name_short"},
      {"ac_me", "workspace_name_characters"},
      {"ac me", "workspace_name_characters"},
      {"acm\xC3\xA9", "workspace_name_characters"},
      {"acme!", "workspace_name_characters"},
      {"ac\0me"sv, "workspace_name_characters"},
      {"ac\nme", "workspace_name_characters"},
      {"acme\\evil", "workspace_name_characters"},
      {"\xE2\x80\x8B"
       "acme",
       "workspace_name_characters"},
      {"ac_me.agencyhandy.com", "workspace_name_characters"},
      {"https://ac me.agencyhandy.com", "workspace_name_characters"},
      {"evil\\.agencyhandy.com", "workspace_name_characters"},
      {"%61cme", "workspace_name_characters"},
      {"-acme", "workspace_name_hyphen"},
      {"acme-", "workspace_name_hyphen"},
      {"---", "workspace_name_hyphen"},
      {"-acme.agencyhandy.com", "workspace_name_hyphen"},
      {"www", "workspace_www"},
      {"WWW.agencyhandy.com", "workspace_www"},
      {"https://www.agencyhandy.com/pricing", "workspace_www"},
      {"www.example.com", "workspace_www"},
      {"https://www.portal.example.com", "workspace_www"},
      {"app", "workspace_app"},
      {"https://app.agencyhandy.com/login", "workspace_app"},
      {"api", "workspace_api"},
      {"https://api.agencyhandy.com", "workspace_api"},
      {"agencyhandy.com", "workspace_apex"},
      {"https://AgencyHandy.com/", "workspace_apex"},
      {"agencyhandy.com.", "workspace_apex"},
      {"example.com", "workspace_apex"},
      {"https://example.org/x", "workspace_apex"},
      {"xagencyhandy.com", "workspace_apex"},
      {"ftp://acme.agencyhandy.com", "workspace_scheme"},
      {"mailto:someone", "workspace_scheme"},
      {"javascript:alert(1)", "workspace_scheme"},
      {"data:text/html,x", "workspace_scheme"},
      {"file:///etc/passwd", "workspace_scheme"},
      {"ws://acme.agencyhandy.com", "workspace_scheme"},
      {"https:acme.agencyhandy.com", "workspace_scheme"},
      {"https:/acme.agencyhandy.com", "workspace_scheme"},
      {"user@acme.agencyhandy.com", "workspace_credentials"},
      {"https://user:pass@acme.agencyhandy.com", "workspace_credentials"},
      {"https://acme.agencyhandy.com@evil.example", "workspace_credentials"},
      {"https://acme.agencyhandy.com\\@evil.example", "workspace_credentials"},
      {"https://@acme.agencyhandy.com", "workspace_credentials"},
      {"someone@example.com", "workspace_credentials"},
      {"https://", "workspace_host"},
      {"https:///x", "workspace_host"},
      {"//", "workspace_host"},
      {"/", "workspace_host"},
      {"/workspace-config?tab=api-key", "workspace_host"},
      {"?tab=api-key", "workspace_host"},
      {"#x", "workspace_host"},
      {"192.168.0.1", "workspace_host"},
      {"http://10.0.0.1:8080", "workspace_host"},
      {"https://1.2.3.4/", "workspace_host"},
      {"127.0.0.256", "workspace_host"},
      {"127.1", "workspace_host"},
      {"https://[::2]", "workspace_host"},
      {"[::2]:80", "workspace_host"},
      {"acme.agencyhandy.com:8443", "workspace_host"},
      {"https://acme.agencyhandy.com:80", "workspace_host"},
      {"acme:80", "workspace_host"},
      {"portal.example.com:99999", "workspace_host"},
      {"http://127.0.0.1:0", "workspace_host"},
      {"http://127.0.0.1:65536", "workspace_host"},
      {"http://localhost:80:90", "workspace_host"},
      {"a.b.agencyhandy.com", "workspace_host"},
      {"https://evil.example\\.agencyhandy.com", "workspace_host"},
      {"portal..example.com", "workspace_host"},
      {".example.com", "workspace_host"},
      {"portal.example.com..", "workspace_host"},
      {"-a.example.com", "workspace_host"},
      {"a_b.example.com", "workspace_host"},
      {"m\xC3\xBCnchen.portal.example", "workspace_host"},
      {"portal.example.c\xC3\xB6m", "workspace_host"},
      {"portal%2eexample.agencyhandy.com.example", "workspace_host"},
  };
  for (const auto& row : rows) {
    EXPECT_TRUE(Fails(ParseWorkspace(row.text), "workspace", row.reason)) << Show(row.text);
  }
}

TEST(Workspace, KeepsItsLimits) {
  const std::string name63(kMaxLabelLength, 'a');
  EXPECT_TRUE(ParseWorkspace(name63).ok());
  EXPECT_TRUE(Fails(ParseWorkspace(name63 + "a"), "workspace", "workspace_too_long"));
  EXPECT_TRUE(Fails(ParseWorkspace(name63 + "a.b.portal.example"), "workspace", "workspace_host"));
  // No host has a label of 64 characters; three parts of which one is that long are a key's.
  EXPECT_TRUE(Fails(ParseWorkspace(name63 + "a.agencyhandy.com"), "workspace", "workspace_is_key"));
  const std::string address = "https://acme.agencyhandy.com/";
  const std::string longest = address + Repeat("p", kMaxWorkspaceLength - address.size());
  EXPECT_TRUE(ParseWorkspace(longest).ok());
  EXPECT_TRUE(ParseWorkspace("  " + longest + "  ").ok());
  EXPECT_TRUE(Fails(ParseWorkspace(longest + "p"), "workspace", "workspace_too_long"));
  EXPECT_TRUE(Fails(ParseWorkspace(Repeat("acme", 1'000'000)), "workspace", "workspace_too_long"));
}

TEST(Workspace, NeverMakesALinkOfAKey) {
  const std::string jwt = SampleKey();
  const std::string part = Repeat("a", 80);
  for (const std::string& text :
       {jwt, " " + jwt + "\n", "Bearer " + jwt, "x-api-key: " + jwt, "\"" + jwt + "\"",
        "https://" + jwt, "https://" + jwt + ".agencyhandy.com", jwt + ".agencyhandy.com",
        "https://acme.agencyhandy.com/?key=" + jwt, "https://acme.agencyhandy.com/#" + jwt,
        jwt.substr(0, 36), "\xE2\x80\x8B" + jwt, part + ".b.c", "a." + part + ".c", "a.b." + part,
        jwt + Repeat("x", 5000)}) {
    const Result<std::string> url = ParseWorkspace(text);
    EXPECT_TRUE(Fails(url, "workspace", "workspace_is_key")) << Show(text);
  }
}

TEST(Workspace, NeverRepeatsTheTextInAnError) {
  for (const std::string& text :
       {"https://user:secret@acme.agencyhandy.com"s, "secret secret"s, "secret://x"s,
        SampleKey() + ".secret"s, "https://secret.example:99"s, "secret_name.agencyhandy.com"s}) {
    const Result<std::string> url = ParseWorkspace(text);
    ASSERT_FALSE(url.ok()) << text;
    const std::string all = AllTextOf(url.error());
    EXPECT_EQ(all.find("secret"), std::string::npos) << all;
    EXPECT_EQ(all.find("eyJ"), std::string::npos) << all;
  }
}

TEST(Workspace, ALinkReadAgainGivesTheSameLink) {
  for (const std::string_view text : {"acme", "http://portal.example.com/x",
                                      "http://127.0.0.1:8081", "https://[::1]:9", "localhost"}) {
    const Result<std::string> once = ParseWorkspace(text);
    ASSERT_TRUE(once.ok()) << text;
    const Result<std::string> twice = ParseWorkspace(once.value());
    ASSERT_TRUE(twice.ok()) << once.value();
    EXPECT_EQ(twice.value(), once.value());
  }
}

}  // namespace
}  // namespace agencyhandy::testing
