ip6tables
*filter
:INPUT
-m srh --srh-next-hdr tcp;;FAIL
-m srh --srh-tag 0x10 --srh-next-hdr 6 --srh-hdr-len-eq 300;;FAIL
-m srh --srh-psid a::1/64 --srh-tag 3;-m srh --srh-tag 3 --srh-psid a::1/64;OK
-m srh --srh-tag 3 --srh-next-hdr 6;-m srh --srh-next-hdr 6 --srh-tag 3;OK
