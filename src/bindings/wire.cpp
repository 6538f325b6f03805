#include "bindings/wire.h"

#include <cstring>
#include <string>

#include "core/credentials.h"
#include "core/text.h"

namespace agencyhandy {
namespace {

std::string g_input;
std::string g_output;
std::string g_lengths;  // u32 each
std::uint32_t g_output_view[4];

std::uint32_t ReadWord(std::size_t index) {
  const std::size_t at = index * sizeof(std::uint32_t);
  std::uint32_t word = 0;
  if (at + sizeof word <= g_input.size()) std::memcpy(&word, g_input.data() + at, sizeof word);
  return word;
}

std::uint32_t AddressOf(const std::string& bytes) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(bytes.data()));
}

// A short string keeps its text inside the object, where no free() wipes it.
void WipeAndFree(std::string& bytes) {
  Wipe(bytes.data(), bytes.size());
  std::string().swap(bytes);
}

}  // namespace

std::uintptr_t Reserve(std::size_t size) {
  g_input.resize(size);
  return AddressOf(g_input);
}

bool InputReader::AtEnd() const { return next_ >= ReadWord(0); }

std::string_view InputReader::Next() {
  const std::uint32_t count = ReadWord(0);
  if (next_ >= count) return {};
  const std::size_t length = ReadWord(++next_);
  const std::size_t begin = (count + 1) * sizeof(std::uint32_t) + offset_;
  if (begin + length > g_input.size()) return {};
  offset_ += length;
  return {g_input.data() + begin, length};
}

void Write(std::string_view text) {
  g_output.append(text.data(), text.size());
  const auto length = static_cast<std::uint32_t>(Utf16Length(text));
  g_lengths.append(reinterpret_cast<const char*>(&length), sizeof length);
}

void Write(const std::string& text) { Write(std::string_view(text)); }
void Write(const char* text) { Write(std::string_view(text)); }

void WriteNumber(long long number) {
  std::string digits;
  AppendNumber(number, digits);
  Write(digits);
}

void WriteFlag(bool flag) { Write(flag ? "1" : ""); }

std::uintptr_t OutputAt() {
  g_output_view[0] = AddressOf(g_output);
  g_output_view[1] = static_cast<std::uint32_t>(g_output.size());
  g_output_view[2] = AddressOf(g_lengths);
  g_output_view[3] = static_cast<std::uint32_t>(g_lengths.size() / sizeof(std::uint32_t));
  return reinterpret_cast<std::uintptr_t>(g_output_view);
}

void Release() {
  WipeAndFree(g_input);
  WipeAndFree(g_output);
  WipeAndFree(g_lengths);
}

}  // namespace agencyhandy
