%create s hash:ip
%create n hash:net
%create p hash:ip,port
%create c hash:ip counters
%create f hash:ip,port,net
-m set --match-set s src;=;OK
-m set --match-set s dst;=;OK
-m set ! --match-set s src;=;OK
-m set --set s src;-m set --match-set s src;OK
-m set --match-set p src,dst;=;OK
-m set --match-set f src,dst,dst;=;OK
-m set --match-set n src --return-nomatch;=;OK
-m set --match-set n src ! --return-nomatch;;FAIL
-m set --match-set c src ! --update-counters;=;OK
-m set --match-set c src --update-counters;-m set --match-set c src;OK
-m set --match-set c src ! --update-subcounters;=;OK
-m set --match-set c src --packets-eq 5;=;OK
-m set --match-set c src ! --packets-eq 5;=;OK
-m set --match-set c src --packets-lt 5;=;OK
-m set --match-set c src --packets-gt 5 --bytes-gt 100;=;OK
-m set --match-set c src --bytes-lt 0x64;-m set --match-set c src --bytes-lt 100;OK
-m set --match-set c src --bytes-eq 18446744073709551615;=;OK
-m set --match-set c src ! --bytes-eq 7;=;OK
-m set --bytes-eq 7 --match-set c src ! --update-counters --packets-lt 3;-m set --match-set c src ! --update-counters --packets-lt 3 --bytes-eq 7;OK
-m set --match-set c src ! --packets-lt 5;;FAIL
-m set --match-set c src ! --bytes-gt 5;;FAIL
-m set --match-set c src --packets-lt 5 --packets-gt 3;;FAIL
-m set --match-set c src --bytes-lt 5 --bytes-gt 3;;FAIL
-m set --match-set c src --packets-eq x;;FAIL
-m set ! --match-set p src,dst,dst,dst;=;OK
-m set --match-set p src,dst,dst,dst,src,src,src;;FAIL
-m set --match-set s;;FAIL
-m set --match-set s both;;FAIL
-m set --match-set s src --match-set n src;;FAIL
-m set;;FAIL
