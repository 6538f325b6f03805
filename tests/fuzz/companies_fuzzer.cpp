// The list of companies is the one that a plain walk over the reference reader's tree finds, or the
// error names the place at which that walk stops. What was accepted, written again, reads the same.
#include "core/companies.h"
#include "fuzz/fuzz_support.h"
#include "fuzz/reference_json.h"

namespace agencyhandy::fuzz {
namespace {

using reference::Json;

constexpr const char* kFields[] = {"_id", "name", "logo", "extraSmallLogo", "largeLogo"};

struct Walk {
  std::vector<std::vector<std::string>> companies;  // texts in the order of kFields
  std::string place;                                // the first that is wrong; empty: none
  bool is_open = false;  // a duplicate field of another type, for which nothing is promised
};

bool IsText(const Json& value) { return value.IsString() || value.type == Json::Type::kNull; }

void WalkCompany(const Json& company, const std::string& place, Walk& walk) {
  for (const auto& field : company.fields) {
    for (const char* name : kFields) {
      if (field.first != name || IsText(field.second)) continue;
      if (company.Count(name) > 1) walk.is_open = true;
      if (walk.place.empty()) walk.place = place + "." + name;
    }
  }
  std::vector<std::string> texts;
  for (const char* name : kFields) {
    const Json* value = company.Find(name);
    texts.push_back(value != nullptr && value->IsString() ? value->text : "");
  }
  if (texts[0].empty() && walk.place.empty()) walk.place = place + "._id";
  walk.companies.push_back(texts);
}

Walk WalkReply(const Json& root) {
  Walk walk;
  const Json* list = root.type == Json::Type::kObject ? root.Find("companies") : nullptr;
  if (list == nullptr || list->type != Json::Type::kArray) {
    walk.place = "companies";
    return walk;
  }
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const std::string place = "companies[" + std::to_string(i) + "]";
    if (list->items[i].type == Json::Type::kObject) {
      WalkCompany(list->items[i], place, walk);
    } else if (walk.place.empty()) {
      walk.place = place;
    }
  }
  return walk;
}

std::vector<std::string> TextsOf(const Company& company) {
  return {company.id, company.name, company.logo, company.extra_small_logo, company.large_logo};
}

std::string WriteReply(const std::vector<Company>& companies) {
  std::string reply = "{\"companies\":[";
  for (const Company& company : companies) {
    if (reply.back() != '[') reply += ',';
    const std::vector<std::string> texts = TextsOf(company);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      reply += i == 0 ? "{\"" : ",\"";
      reply += kFields[i];
      reply += "\":" + reference::QuoteJson(texts[i]);
    }
    reply += '}';
  }
  return reply + "]}";
}

void RequireSame(const std::vector<Company>& companies,
                 const std::vector<std::vector<std::string>>& expected, const char* claim) {
  Require(companies.size() == expected.size(), claim);
  for (std::size_t i = 0; i < companies.size(); ++i)
    Require(TextsOf(companies[i]) == expected[i], claim);
}

void Check(std::string_view text) {
  const Result<std::vector<Company>> read = ParseCompanies(text);
  const std::optional<Json> root = reference::ParseJson(text);
  if (!read.ok()) {
    RequireShowable(read.error());
    Require(read.error().kind == ErrorKind::kMalformedResponse, "a refusal is typed");
  }
  if (!root) {
    Require(!read.ok() && read.error().where.empty(), "what is no JSON is refused as such");
    return;
  }
  const Walk walk = WalkReply(*root);
  if (walk.is_open) return;
  const std::string place = read.ok() ? "" : read.error().where;
  Require(place == walk.place, "an error names the first place that is wrong",
          place + " instead of " + walk.place);
  if (!read.ok()) return;
  RequireSame(read.value(), walk.companies, "companies are those of the reply");
  const Result<std::vector<Company>> again = ParseCompanies(WriteReply(read.value()));
  Require(again.ok(), "what was accepted is accepted again");
  RequireSame(again.value(), walk.companies, "what was written again reads the same");
}

}  // namespace
}  // namespace agencyhandy::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  agencyhandy::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
