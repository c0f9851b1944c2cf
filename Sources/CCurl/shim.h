#include <stddef.h>

// The few functions of libcurl that are used, as its interface 4 has had them since 2006. The
// library is there wherever Swift's own networking is; its header would be one more package.
void *curl_easy_init(void);
void curl_easy_cleanup(void *easy);
void curl_easy_reset(void *easy);
int curl_easy_perform(void *easy);
int curl_easy_setopt(void *easy, int option, ...);
int curl_easy_getinfo(void *easy, int info, ...);
int curl_global_init(long flags);
void *curl_slist_append(void *list, const char *text);
void curl_slist_free_all(void *list);

static const int waybook_curl_write_data = 10001;
static const int waybook_curl_url = 10002;
static const int waybook_curl_proxy = 10004;
static const int waybook_curl_post_fields = 10015;
static const int waybook_curl_http_header = 10023;
static const int waybook_curl_header_data = 10029;
static const int waybook_curl_custom_request = 10036;
static const int waybook_curl_accept_encoding = 10102;
static const int waybook_curl_write_function = 20011;
static const int waybook_curl_header_function = 20079;
static const int waybook_curl_low_speed_limit = 19;
static const int waybook_curl_low_speed_time = 20;
static const int waybook_curl_no_body = 44;
static const int waybook_curl_post_field_size = 60;
static const int waybook_curl_no_signal = 99;
static const int waybook_curl_timeout_ms = 155;
static const int waybook_curl_connect_timeout_ms = 156;
static const int waybook_curl_protocols = 181;
static const int waybook_curl_upload_buffer_size = 280;

static const int waybook_curl_response_code = 0x200002;
static const int waybook_curl_request_size = 0x20000c;

// Receives bytes that came; what it answers other than their count ends the request.
typedef size_t (*waybook_curl_receiver)(char *bytes, size_t size, size_t count, void *user);

// Variadic functions do not reach Swift; these are their plain forms.
static inline int waybook_curl_global_init(void) { return curl_global_init(3); }
static inline int waybook_curl_set_number(void *easy, int option, long value) {
    return curl_easy_setopt(easy, option, value);
}
static inline int waybook_curl_set_pointer(void *easy, int option, const void *value) {
    return curl_easy_setopt(easy, option, value);
}
static inline int waybook_curl_set_receiver(
    void *easy, int option, waybook_curl_receiver receiver) {
    return curl_easy_setopt(easy, option, receiver);
}
// The bytes are not copied. Without a pointer a function would be asked for them.
static inline int waybook_curl_set_body(void *easy, const void *bytes, long count) {
    int code = curl_easy_setopt(easy, waybook_curl_post_field_size, count);
    return code ? code : curl_easy_setopt(easy, waybook_curl_post_fields, count ? bytes : "");
}
static inline long waybook_curl_number(void *easy, int info) {
    long value = 0;
    return curl_easy_getinfo(easy, info, &value) == 0 ? value : 0;
}
