-m connmark --mark 1;-m connmark --mark 0x1;OK
-m connmark ! --mark 0x10/0xf0;=;OK
-m connmark;;FAIL
*mangle
:PREROUTING
-m connmark --mark 0xffffffff;=;OK
-m connmark --mark 0xffffffff/0xffffffff;-m connmark --mark 0xffffffff;OK
-m connmark --mark 0xffffffff/0x0;=;OK
-m connmark --mark 0/0xffffffff;-m connmark --mark 0x0;OK
-m connmark --mark -1;;FAIL
-m connmark --mark 0xfffffffff;;FAIL
-m connmark;;FAIL
