-m time --timestart 08:00:00 --timestop 18:00:00 --weekdays Mon,Tue --datestop 2038-01-19T03:14:07;=;OK
-m time --timestart 01:02:03 --timestop 04:05:06 --monthdays 1,2,3,4,5 --weekdays Mon,Fri,Sun --datestart 2001-02-03T04:05:06 --datestop 2012-09-08T09:06:05 --kerneltz;=;OK
-m time --timestart 01:02:03 --timestop 04:05:06 --monthdays 1,2,3,4,5 --weekdays Mon,Fri,Sun --datestart 2001-02-03T04:05:06 --datestop 2012-09-08T09:06:05;=;OK
-m time --timestart 02:00:00 --timestop 03:00:00 --datestart 1970-01-01T02:00:00 --datestop 1970-01-01T03:00:00;=;OK
iptables
*filter
:INPUT
-m time --weekdays Mo,Tue,7 --utc;-m time --weekdays Mon,Tue,Sun --datestop 2038-01-19T03:14:07;OK
-m time ! --weekdays Mo;-m time --weekdays Tue,Wed,Thu,Fri,Sat,Sun --datestop 2038-01-19T03:14:07;OK
-m time ! --monthdays 3,31;-m time --monthdays 1,2,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30 --datestop 2038-01-19T03:14:07;OK
-m time --timestart 9:30;-m time --timestart 09:30:00 --timestop 23:59:59 --datestop 2038-01-19T03:14:07;OK
-m time --timestop 9:30 --contiguous;;FAIL
-m time --timestart 22:30 --timestop 5:00 --contiguous;-m time --timestart 22:30:00 --timestop 05:00:00 --datestop 2038-01-19T03:14:07 --contiguous;OK
-m time --datestart 2001 --datestop 2002-03;-m time --datestart 2001-01-01T00:00:00 --datestop 2002-03-01T00:00:00;OK
-m time;-m time --datestop 2038-01-19T03:14:07;OK
-m time --weekdays Mittwoch;;FAIL
-m time --timestart 25:00;;FAIL
