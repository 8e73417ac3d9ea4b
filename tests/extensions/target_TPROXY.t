*mangle
:PREROUTING
-p tcp -j TPROXY --on-port 3 --on-ip 1.2.3.4 --tproxy-mark 0x1/0x1;=;OK
-p tcp -j TPROXY --on-port 3;-p tcp -j TPROXY --on-port 3 --on-ip 0.0.0.0 --tproxy-mark 0x0/0x0;OK
-p udp -j TPROXY --on-port 3 --tproxy-mark 5;-p udp -j TPROXY --on-port 3 --on-ip 0.0.0.0 --tproxy-mark 0x5/0xffffffff;OK
-j TPROXY --on-port 3;;FAIL
-p tcp -j TPROXY;;FAIL
-j TPROXY --on-port 12345 --on-ip 10.0.0.1 --tproxy-mark 0x23/0xff;;FAIL
-p udp -j TPROXY --on-port 12345 --on-ip 10.0.0.1 --tproxy-mark 0x23/0xff;=;OK
-p tcp -m tcp --dport 2342 -j TPROXY --on-port 12345 --on-ip 10.0.0.1 --tproxy-mark 0x23/0xff;=;OK
ip6tables
-j TPROXY --on-port 12345 --on-ip 2001:db8::1 --tproxy-mark 0x23/0xff;;FAIL
-p udp -j TPROXY --on-port 12345 --on-ip 2001:db8::1 --tproxy-mark 0x23/0xff;=;OK
-p tcp -m tcp --dport 2342 -j TPROXY --on-port 12345 --on-ip 2001:db8::1 --tproxy-mark 0x23/0xff;=;OK
