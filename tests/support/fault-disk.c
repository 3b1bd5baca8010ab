/*
 * A disk that tells the truth, and one that fails. Loaded with LD_PRELOAD in front of a server, for the files under FAULT_DATA:
 * - after every fsync or fdatasync that succeeds, the bytes of that file are copied to FAULT_IMAGE, so that the image holds
 *   what a power cut at this moment would leave, and nothing else; a file that was deleted leaves it when the folder is synced;
 * - while the file FAULT_SWITCH exists, writes and syncs fail with the errno (a number) that it holds.
 * Compiled by fault-disk.ts.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int is_data(int fd, char *path, size_t size) {
  const char *data = getenv("FAULT_DATA");
  char link[64];
  if (!data) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, size - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  size_t prefix = strlen(data);
  return strncmp(path, data, prefix) == 0 && path[prefix] == '/' && !strchr(path + prefix + 1, '/');
}

/* The errno that writes fail with now, 0 for a sound disk. */
static int failure(int fd) {
  const char *name = getenv("FAULT_SWITCH");
  char path[4096], text[16] = {0};
  if (!name || access(name, F_OK) != 0 || !is_data(fd, path, sizeof path)) return 0;
  int file = open(name, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t length = read(file, text, sizeof text - 1);
  close(file);
  return length > 0 ? atoi(text) : 0;
}

typedef ssize_t (*write_fn)(int, const void *, size_t);
typedef ssize_t (*pwrite_fn)(int, const void *, size_t, off_t);
typedef int (*sync_fn)(int);

/* Copies to a neighbour and renames, so that the image never holds half a file. */
static void keep(int fd) {
  const char *image = getenv("FAULT_IMAGE");
  char path[4096], target[4200], part[4300], block[65536];
  struct stat before;
  if (!image || !is_data(fd, path, sizeof path) || fstat(fd, &before) != 0) return;
  snprintf(target, sizeof target, "%s/%s", image, strrchr(path, '/') + 1);
  snprintf(part, sizeof part, "%s.%d.part", target, (int)gettid());
  int file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) abort();
  write_fn raw = (write_fn)dlsym(RTLD_NEXT, "write");
  /* By its own descriptor where it can be read: closing another one would free the locks that SQLite holds on the file. */
  int other = (fcntl(fd, F_GETFL) & O_ACCMODE) == O_WRONLY ? open(path, O_RDONLY | O_CLOEXEC) : -1;
  int source = other >= 0 ? other : fd;
  off_t at = 0;
  ssize_t length;
  while ((length = pread(source, block, sizeof block, at)) > 0) {
    if (raw(file, block, (size_t)length) != length) abort();
    at += length;
  }
  if (other >= 0) close(other);
  close(file);
  if (length < 0 || rename(part, target) != 0) abort();
}

/* Forgets what is no longer in the folder, once the folder itself is synced: SQLite ends a rollback journal so. */
static void forget(int fd) {
  const char *image = getenv("FAULT_IMAGE"), *data = getenv("FAULT_DATA");
  char link[64], path[4096], kept[4400], real[4400];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = data && image ? readlink(link, path, sizeof path - 1) : 0;
  if (length <= 0) return;
  path[length] = 0;
  DIR *folder = strcmp(path, data) == 0 ? opendir(image) : NULL;
  for (struct dirent *entry; folder && (entry = readdir(folder));) {
    snprintf(kept, sizeof kept, "%s/%s", image, entry->d_name);
    snprintf(real, sizeof real, "%s/%s", data, entry->d_name);
    if (entry->d_name[0] != '.' && access(real, F_OK) != 0) unlink(kept);
  }
  if (folder) closedir(folder);
}

static int sync_with(const char *name, int fd) {
  int error = failure(fd);
  if (error) {
    errno = error;
    return -1;
  }
  int result = ((sync_fn)dlsym(RTLD_NEXT, name))(fd);
  if (result == 0) {
    keep(fd);
    forget(fd);
  }
  return result;
}

int fsync(int fd) { return sync_with("fsync", fd); }
int fdatasync(int fd) { return sync_with("fdatasync", fd); }

ssize_t write(int fd, const void *bytes, size_t length) {
  int error = failure(fd);
  if (error) {
    errno = error;
    return -1;
  }
  return ((write_fn)dlsym(RTLD_NEXT, "write"))(fd, bytes, length);
}

static ssize_t pwrite_with(const char *name, int fd, const void *bytes, size_t length, off_t at) {
  int error = failure(fd);
  if (error) {
    errno = error;
    return -1;
  }
  return ((pwrite_fn)dlsym(RTLD_NEXT, name))(fd, bytes, length, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite_with("pwrite", fd, bytes, length, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) { return pwrite_with("pwrite64", fd, bytes, length, at); }
