*raw
:PREROUTING
-j CT --notrack;=;OK
-j CT --zone 1;=;OK
-j CT --zone 0x10;-j CT --zone 16;OK
-j CT --zone-orig 3;=;OK
-j CT --zone-reply 3;=;OK
-j CT --zone mark;=;OK
-j CT --zone-orig mark;=;OK
-p tcp -j CT --helper ftp;=;OK
-j CT --ctevents new,destroy;=;OK
-j CT --expevents new;=;OK
-j CT;=;OK
-j CT --notrack --zone 1;=;OK
-j CT --zone 65535;=;OK
-j CT --zone 65536;;FAIL
-j CT --ctevents new,related,destroy,reply,assured,protoinfo,helper,mark;=;OK
-j CT --zone -1;;FAIL
