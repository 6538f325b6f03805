// Whatever is accepted stays on the configured origin, is made of RFC 3986's characters alone, has
// no way out in its path even for a server that decodes twice, and decodes to what was given.
#include "core/requests.h"
#include "fuzz/fuzz_support.h"

namespace agencyhandy::fuzz {
namespace {

void CheckBaseUrl(const std::string& text) {
  const Result<std::string> url = ParseBaseUrl(text);
  if (!url.ok()) {
    RequireShowable(url.error());
    Require(url.error().where == "baseUrl", "a refusal names the base URL");
    return;
  }
  Require(IsUriText(url.value()), "a base URL has RFC 3986's characters", url.value());
  Require(url.value().back() != '/', "a base URL ends without a slash", url.value());
  const UrlParts parts = CutUrl(url.value());
  RequireSafeAuthority(parts, /*port_for_all=*/true);
  Require(parts.query.empty() && url.value().find('#') == std::string::npos,
          "a base URL has no query or fragment", url.value());
  const Result<std::string> again = ParseBaseUrl(url.value());
  Require(again.ok() && again.value() == url.value(), "a base URL reads as itself", url.value());
}

// `path` as it will be sent.
void RequireNoWayOut(const std::string& path) {
  Require(IsUriText(path) && path.find_first_of("?#") == std::string::npos,
          "a path has RFC 3986's characters", path);
  const std::vector<std::string> segments = SplitAt(path, '/');
  for (std::size_t i = 1; i < segments.size(); ++i) {
    Require(!segments[i].empty() || i + 1 == segments.size(), "a path has no empty segment", path);
    std::string decoded = segments[i];
    for (int times = 0; times < 2; ++times) {
      decoded = DecodePercents(decoded);
      Require(decoded != "." && decoded != "..", "a path has no dot segment", path);
      Require(decoded.find_first_of("/\\") == std::string::npos, "a segment is one segment", path);
      for (const char c : decoded) {
        Require(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F,
                "a path has no control character", path);
      }
    }
  }
}

void CheckPath(const std::string& text) {
  const Result<std::string> path = ParsePath(text);
  if (!path.ok()) {
    RequireShowable(path.error());
    Require(path.error().where == "path", "a refusal names the path");
    return;
  }
  Require(path.value().front() == '/' && path.value().size() <= 8192, "a path begins with a slash");
  RequireNoWayOut(path.value());
  Require(DecodePercents(path.value()) == DecodePercents(text), "a path means what was given",
          text);
  const Result<std::string> again = ParsePath(path.value());
  Require(again.ok() && again.value() == path.value(), "a path reads as itself", path.value());
}

void CheckSegments(const std::vector<std::string_view>& given) {
  const Result<std::string> path = JoinPath(given);
  if (!path.ok()) return RequireShowable(path.error());
  RequireNoWayOut(path.value());
  const std::vector<std::string> segments = SplitAt(path.value(), '/');
  Require(segments.size() == given.size() + 1, "segments stay as many", path.value());
  for (std::size_t i = 0; i < given.size(); ++i) {
    Require(DecodePercents(segments[i + 1]) == given[i], "a segment decodes to itself",
            path.value());
  }
}

void CheckQuery(const std::vector<std::string_view>& given) {
  const std::string query = EncodeQuery(given);
  Require(IsUriText(query), "a query has RFC 3986's characters", query);
  if (given.empty()) return Require(query.empty(), "no query is no text", query);
  Require(query.front() == '?', "a query begins with its mark", query);
  const std::vector<std::string> pairs = SplitAt(query.substr(1), '&');
  Require(pairs.size() == given.size() / 2, "pairs stay as many", query);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const std::vector<std::string> halves = SplitAt(pairs[i], '=');
    Require(halves.size() == 2 && DecodePercents(halves[0]) == given[2 * i] &&
                DecodePercents(halves[1]) == given[2 * i + 1],
            "a pair decodes to itself", query);
  }
}

void CheckRequest(const RequestInput& input) {
  const Result<Request> request = BuildRequest(input);
  if (!request.ok()) return RequireShowable(request.error());
  const std::string& url = request.value().url;
  const std::string base =
      ParseBaseUrl(input.base_url.empty() ? kDefaultBaseUrl : input.base_url).value();
  Require(url.compare(0, base.size() + 1, base + "/") == 0, "a URL is below its base URL", url);
  const UrlParts parts = CutUrl(url);
  const UrlParts configured = CutUrl(base);
  Require(parts.scheme == configured.scheme && parts.authority == configured.authority,
          "a URL keeps the origin", url);
  RequireNoWayOut(parts.path);
  Require(IsUriText(url) && url.find('#') == std::string::npos, "a URL is well formed", url);
}

}  // namespace
}  // namespace agencyhandy::fuzz

// Base URL, path, then any number of texts that serve as segments and, in pairs, as a query.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace agencyhandy::fuzz;
  const std::vector<std::string> texts = SplitInput(data, size, 2);
  const std::vector<std::string_view> rest(texts.begin() + 2, texts.end());
  std::vector<std::string_view> pairs = rest;
  if (pairs.size() % 2 != 0) pairs.pop_back();
  CheckBaseUrl(texts[0]);
  CheckPath(texts[1]);
  CheckSegments(rest);
  CheckQuery(pairs);
  agencyhandy::RequestInput input;
  input.method = "GET";
  input.base_url = texts[0];
  input.path = {texts[1]};
  input.query = pairs;
  CheckRequest(input);
  input.base_url = {};
  CheckRequest(input);
  input.path_is_segments = true;
  input.path = rest;
  CheckRequest(input);
  return 0;
}
