iptables
*filter
:INPUT
-j HMARK --hmark-tuple src,dst --hmark-mod 10;;FAIL
iptables
*mangle
:PREROUTING
-j HMARK --hmark-tuple src,dst,sport,dport,proto,ct --hmark-mod 10 --hmark-rnd 5;-j HMARK --hmark-src-prefix 32 --hmark-dst-prefix 32 --hmark-sport-mask 0xffff --hmark-dport-mask 0xffff --hmark-proto-mask 0xffff --hmark-rnd 0x00000005 --hmark-mod 10 --hmark-tuple ct;OK
-j HMARK --hmark-tuple src,dst --hmark-mod 10 --hmark-rnd 5 --hmark-offset 0x10;-j HMARK --hmark-src-prefix 32 --hmark-dst-prefix 32 --hmark-rnd 0x00000005 --hmark-mod 10 --hmark-offset 16;OK
-j HMARK --hmark-tuple spi --hmark-mod 10 --hmark-rnd 5;-j HMARK --hmark-spi-mask 0xffffffff --hmark-rnd 0x00000005 --hmark-mod 10;OK
-j HMARK --hmark-mod 10 --hmark-rnd 5;;FAIL
-j HMARK --hmark-src-prefix 24 --hmark-mod 0;;FAIL
-j HMARK --hmark-sport 0x10 --hmark-dport-mask 0x1 --hmark-mod 5 --hmark-rnd 5;-j HMARK --hmark-dport-mask 0x0001 --hmark-sport 0x0010 --hmark-rnd 0x00000005 --hmark-mod 5;OK
-j HMARK --hmark-tuple src,dport --hmark-dport 80 --hmark-rnd 0x1 --hmark-mod 4;-j HMARK --hmark-src-prefix 32 --hmark-dport-mask 0xffff --hmark-dport 0x0050 --hmark-rnd 0x00000001 --hmark-mod 4;OK
-p esp -j HMARK --hmark-tuple spi --hmark-spi 0x1 --hmark-rnd 0x1 --hmark-mod 4;-p esp -j HMARK --hmark-spi-mask 0xffffffff --hmark-spi 0x00000001 --hmark-rnd 0x00000001 --hmark-mod 4;OK
