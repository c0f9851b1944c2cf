#include <stdint.h>

// Many processors have instructions for SHA-256, which Swift has no words for. All that goes in and
// out are values: no memory is shared, and the result is that of the Swift function beside it.
typedef uint32_t waybook_words __attribute__((ext_vector_type(4)));

// The eight words of a state: a to d and e to h.
typedef struct {
    waybook_words first;
    waybook_words second;
} waybook_sha256_state;

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

static inline int waybook_sha256_is_there(void) {
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return 0;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

static const uint32_t waybook_sha256_constants[64] __attribute__((aligned(16))) = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

// Takes a block of sixteen words into a state. Four rounds at a time: the instructions hold the
// state as a, b, e, f and c, d, g, h, the first of each in the highest place.
__attribute__((target("sha,ssse3,sse4.1")))
static inline waybook_sha256_state waybook_sha256_block(
    waybook_sha256_state state, waybook_words block0, waybook_words block1, waybook_words block2,
    waybook_words block3) {
    const __m128i *constants = (const __m128i *)waybook_sha256_constants;
    __m128i words[4] = {(__m128i)block0, (__m128i)block1, (__m128i)block2, (__m128i)block3};
    __m128i cdab = _mm_shuffle_epi32((__m128i)state.first, 0xb1);
    __m128i efgh = _mm_shuffle_epi32((__m128i)state.second, 0x1b);
    const __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
    const __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
    __m128i x = abef, y = cdgh;
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) {
        if (i >= 4) {
            __m128i before7 = _mm_alignr_epi8(words[(i + 3) % 4], words[(i + 2) % 4], 4);
            __m128i sum = _mm_sha256msg1_epu32(words[i % 4], words[(i + 1) % 4]);
            words[i % 4] = _mm_sha256msg2_epu32(
                _mm_add_epi32(sum, before7), words[(i + 3) % 4]);
        }
        __m128i four = _mm_add_epi32(words[i % 4], constants[i]);
        y = _mm_sha256rnds2_epu32(y, x, four);
        x = _mm_sha256rnds2_epu32(x, y, _mm_shuffle_epi32(four, 0x0e));
    }
    __m128i feba = _mm_shuffle_epi32(_mm_add_epi32(x, abef), 0x1b);
    __m128i dchg = _mm_shuffle_epi32(_mm_add_epi32(y, cdgh), 0xb1);
    state.first = (waybook_words)_mm_blend_epi16(feba, dchg, 0xf0);
    state.second = (waybook_words)_mm_alignr_epi8(dchg, feba, 8);
    return state;
}
#else
static inline int waybook_sha256_is_there(void) { return 0; }

static inline waybook_sha256_state waybook_sha256_block(
    waybook_sha256_state state, waybook_words block0, waybook_words block1, waybook_words block2,
    waybook_words block3) {
    return state;
}
#endif
