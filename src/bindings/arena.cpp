#include "bindings/arena.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t kChunkSize = 8192;

struct Chunk {
  Chunk* next;
};
Chunk* g_chunks;
char* g_next;
std::size_t g_left;

}  // namespace

__attribute__((noinline)) void* operator new(std::size_t size) {
  size = (size + 7) & ~std::size_t{7};
  if (size > g_left) {
    g_left = std::max(size, kChunkSize);
    auto* chunk = static_cast<Chunk*>(std::malloc(g_left + 8));
    chunk->next = g_chunks;
    g_chunks = chunk;
    g_next = reinterpret_cast<char*>(chunk) + 8;
  }
  char* bytes = g_next;
  g_next += size;
  g_left -= size;
  return bytes;
}
void* operator new[](std::size_t size) { return operator new(size); }
void operator delete(void*) noexcept {}
void operator delete[](void*) noexcept {}
void operator delete(void*, std::size_t) noexcept {}
void operator delete[](void*, std::size_t) noexcept {}

namespace agencyhandy {

// free() wipes.
void ReleaseArena() {
  g_left = 0;
  while (g_chunks != nullptr) {
    Chunk* chunk = g_chunks;
    g_chunks = chunk->next;
    std::free(chunk);
  }
}

}  // namespace agencyhandy
