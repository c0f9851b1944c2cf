// The module: disks that fail once, and disks in memory for whole machines.
#include "simdisk.h"
#include "simnode.h"
