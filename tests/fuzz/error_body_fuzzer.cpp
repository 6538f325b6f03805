// What is read of an error body is what the reference reader's tree holds; whatever a server
// writes, the error stays short, printable and of the kind that its status says.
#include "core/responses.h"
#include "fuzz/fuzz_support.h"
#include "fuzz/reference_json.h"

namespace agencyhandy::fuzz {
namespace {

using reference::Json;

int StatusIn(const Json& root) {
  const Json* status = root.Find("status");
  if (status == nullptr || !status->IsInteger() || status->text.size() > 4) return 0;
  const int number = std::atoi(status->text.c_str());
  return number >= 400 && number <= 599 ? number : 0;
}

std::string FieldNameIn(const Json& root) {
  const Json* name = root.Find("fieldName");
  const bool is_fit =
      name != nullptr && name->IsString() && name->text.size() <= 128 && IsVisibleAscii(name->text);
  return is_fit ? name->text : std::string();
}

void CheckBody(std::string_view text) {
  const ErrorBody body = ReadErrorBody(text);
  const std::optional<Json> root = reference::ParseJson(text);
  const bool is_object = root && root->type == Json::Type::kObject;
  Require(body.is_object == is_object, "only a JSON object is an error body");
  if (!is_object) {
    Require(body.status == 0 && body.field_name.empty(), "what is no object tells nothing");
    return;
  }
  // Of duplicate fields nothing is promised but that they are fit to be shown.
  if (root->Count("status") < 2) Require(body.status == StatusIn(*root), "status is the reply's");
  if (root->Count("fieldName") < 2) {
    Require(body.field_name == FieldNameIn(*root), "fieldName is the reply's", body.field_name);
  }
}

void CheckStatus(int status, std::string_view text) {
  Response response;
  response.status = status;
  response.body = text;
  const Result<Success> judged = JudgeResponse(Method::kPost, response);
  Require(!judged.ok(), "an error status is no success");
  RequireShowable(judged.error());
  Require(judged.error().status == status, "an error carries its status");
  const ErrorPtr plain(ErrorOfStatus(status).error);
  Require(judged.error().kind == plain->kind, "the status alone decides the kind");
}

}  // namespace
}  // namespace agencyhandy::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace agencyhandy::fuzz;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  CheckBody(text);
  for (const int status : {302, 400, 401, 403, 404, 418, 429, 500, 999}) CheckStatus(status, text);
  return 0;
}
