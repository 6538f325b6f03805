#include "core/companies.h"

#include <iterator>

#include "core/json_reader.h"
#include "core/text.h"

namespace agencyhandy {
namespace {

// In the order of kCompanyMembers.
constexpr const char* kKeys[] = {"_id", "name", "logo", "extraSmallLogo", "largeLogo"};
constexpr std::size_t kNoField = std::size(kKeys);

std::size_t FindField(std::string_view key) {
  std::size_t field = 0;
  while (field < kNoField && key != kKeys[field]) ++field;
  return field;
}

std::string PlaceOf(std::size_t index, const char* key) {
  std::string place = "companies[";
  AppendNumber(static_cast<long long>(index), place);
  place += ']';
  if (*key != '\0') place += '.';
  place += key;
  return place;
}

// Depths: 0 document, 1 its fields, 2 companies, 3 a company's fields.
class CompaniesListener final : public JsonListener {
 public:
  void OnKey(std::string_view key, int depth) override {
    if (depth == 1) {
      in_companies_ = key == "companies";
      if (in_companies_) {
        companies_.clear();
        bad_place_.clear();
        found_ = false;
      }
    }
    if (in_companies_ && depth == 3) field_ = FindField(key);
  }

  void OnOpen(JsonType type, int depth) override {
    if (depth == 0) is_object_ = type == JsonType::kObject;
    if (!in_companies_) return;
    if (depth == 1) {
      found_ = type == JsonType::kArray;
    } else if (depth == 2) {
      OpenCompany(type);
    } else if (depth == 3 && field_ != kNoField) {
      Fail(PlaceOf(companies_.size() - 1, kKeys[field_]));
    }
  }

  void OnClose(int depth) override {
    if (!in_companies_) return;
    if (depth == 2 && companies_.back().id.empty()) {
      Fail(PlaceOf(companies_.size() - 1, "_id"));
    }
    if (depth == 1) in_companies_ = false;
  }

  void OnValue(const JsonValue& value, int depth) override {
    if (!in_companies_) return;
    if (depth == 2) Fail(PlaceOf(companies_.size(), ""));
    if (depth != 3 || field_ == kNoField) return;
    std::string& member = companies_.back().*kCompanyMembers[field_];
    if (value.type == JsonType::kString) {
      std::string(value.text).swap(member);
    } else if (value.type == JsonType::kNull) {
      member.clear();
    } else {
      Fail(PlaceOf(companies_.size() - 1, kKeys[field_]));
    }
  }

  Result<std::vector<Company>> Take() {
    if (!is_object_ || !found_) {
      return MalformedResponse("companies", Text::kNoCompanies);
    }
    if (!bad_place_.empty()) {
      const Failure failure = MalformedResponse("", Text::kUndocumented);
      failure->where.swap(bad_place_);
      return failure;
    }
    return std::move(companies_);
  }

 private:
  void OpenCompany(JsonType type) {
    if (type != JsonType::kObject) Fail(PlaceOf(companies_.size(), ""));
    companies_.emplace_back();
    field_ = kNoField;
  }
  void Fail(std::string place) {
    if (bad_place_.empty()) bad_place_ = std::move(place);
  }

  std::vector<Company> companies_;
  std::string bad_place_;
  std::size_t field_ = kNoField;
  bool is_object_ = false;
  bool in_companies_ = false;
  bool found_ = false;
};

}  // namespace

Company::Company() = default;
Company::Company(Company&&) noexcept = default;
Company& Company::operator=(Company&&) noexcept = default;
Company::~Company() = default;

Result<std::vector<Company>> ParseCompanies(std::string_view text) {
  CompaniesListener listener;
  Result<JsonSummary> read = ReadJson(text, listener);
  if (!read.ok()) return read.TakeFailure();
  return listener.Take();
}

}  // namespace agencyhandy
