*mangle
:PREROUTING
-m rpfilter;=;OK
-m rpfilter --loose --validmark --accept-local --invert;=;OK
