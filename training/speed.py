"""Settings that make PyTorch quick on few cores; imported before torch."""
import ctypes
import os

# Two thread pools for the same cores slow each other down: PyTorch keeps its own.
os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
# Threads that spin while they wait make a shared machine several times slower.
os.environ.setdefault('OMP_WAIT_POLICY', 'PASSIVE')

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
try:
    # Keep freed memory: handing every large tensor back to the system costs a quarter of the time.
    libc = ctypes.CDLL('libc.so.6')
    libc.mallopt(M_MMAP_THRESHOLD, 1 << 30)
    libc.mallopt(M_TRIM_THRESHOLD, 2**31 - 1)
except OSError:
    pass
