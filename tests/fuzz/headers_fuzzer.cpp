// A header is the first line of its name, as a plain split into lines finds it; what a response's
// headers say stays fit to be shown, and its status alone decides between error and success.
#include "core/responses.h"
#include "fuzz/fuzz_support.h"

namespace agencyhandy::fuzz {
namespace {

std::string TrimBlanks(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\v\f");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\v\f") - begin + 1);
}

std::string FindLine(const std::string& headers, const std::string& name) {
  for (const std::string& line : SplitAt(headers, '\n')) {
    const std::size_t colon = line.find(':');
    if (colon != std::string::npos && LowerAscii(line.substr(0, colon)) == name) {
      return TrimBlanks(line.substr(colon + 1));
    }
  }
  return {};
}

bool IsAscii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

bool IsJsonType(const std::string& value) {
  const std::string type = TrimBlanks(LowerAscii(value.substr(0, value.find(';'))));
  if (type == "application/json") return true;
  return type.size() > 5 && type.find('/') != std::string::npos &&
         type.compare(type.size() - 5, 5, "+json") == 0;
}

void CheckHeaders(const std::string& headers) {
  // Beyond ASCII there is more white space to trim.
  if (!IsAscii(headers)) return;
  for (const char* name : {"content-type", "retry-after", "x-request-id", "a", ""}) {
    const std::string found(FindHeader(headers, name));
    Require(found == FindLine(headers, name), "a header is the first line of its name", found);
  }
  const std::string type = FindLine(headers, "content-type");
  Require(IsJsonMediaType(type) == IsJsonType(type), "a media type is JSON by its name", type);
}

void CheckResponse(int status, const std::string& headers, const std::string& body) {
  Response response;
  response.status = status;
  response.headers = headers;
  response.body = body;
  response.detail = FindHeader(headers, "a");
  for (int failure = 0; failure <= static_cast<int>(TransportFailure::kOriginMismatch); ++failure) {
    response.failure = static_cast<TransportFailure>(failure);
    const Result<Success> judged = JudgeResponse(Method::kPut, response);
    const bool is_2xx = status >= 200 && status < 300;
    Require(!judged.ok() || (failure == 0 && is_2xx), "only a whole 2xx is a success");
    if (judged.ok()) continue;
    RequireShowable(judged.error());
    Require(judged.error().status == status, "an error carries its status");
  }
}

}  // namespace
}  // namespace agencyhandy::fuzz

// Header lines, then, behind a separator, a body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace agencyhandy::fuzz;
  const std::vector<std::string> texts = SplitInput(data, size, 2);
  CheckHeaders(texts[0]);
  for (const int status : {0, 200, 204, 302, 401, 429, 503})
    CheckResponse(status, texts[0], texts[1]);
  return 0;
}
