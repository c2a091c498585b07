# What builds images: Buildah, Podman or Docker behind one set of functions. Sourced by build.sh, which has set $work.
# URUIMI_IMAGE_BUILDER names one; without it the first that works here. Buildah and Podman come first because all they keep is below
# $work and they need no daemon; Docker's images stay in its daemon, which must answer.

builder_works() { # builder_works NAME
  command -v "$1" >/dev/null || return 1
  [ "$1" != docker ] || docker_answers >/dev/null 2>&1
}

docker_answers() { # macOS has no timeout
  if command -v timeout >/dev/null; then timeout 10 docker info; else docker info; fi
}

choose_builder() { # sets $builder and $tool
  local named=${URUIMI_IMAGE_BUILDER:-}
  case $named in
    buildah | podman | docker)
      builder=$named
      builder_works "$builder" || { echo "URUIMI_IMAGE_BUILDER=$named, but $named does not work here" >&2; return 69; }
      ;;
    '')
      for builder in buildah podman docker none; do
        if [ "$builder" = none ]; then echo "none of buildah, podman and docker works here" >&2; return 69; fi
        if builder_works "$builder"; then break; fi
      done
      ;;
    *) echo "URUIMI_IMAGE_BUILDER may be buildah, podman or docker, not $named" >&2; return 64 ;;
  esac
  case $builder in
    docker) tool=(docker) ;;
    podman) tool=(podman --root "$work/storage-podman" --runroot "$work/run" --cgroup-manager cgroupfs --events-backend none) ;;
    buildah) tool=(buildah --root "$work/storage" --runroot "$work/run") ;;
  esac
  if [ "$builder" != docker ]; then
    if "${tool[@]}" --storage-driver overlay info >/dev/null 2>&1; then tool+=(--storage-driver overlay); else tool+=(--storage-driver vfs); fi
  fi
}

# Whether a folder of this machine can be mounted into a build.
mounts_folders() { [ "$builder" != docker ]; }

forget_containers() { # of a build that was killed
  [ "$builder" != buildah ] || "${tool[@]}" rm --all >/dev/null 2>&1 || true
}

has_image() { # has_image NAME:TAG
  if [ "$builder" = buildah ]; then "${tool[@]}" inspect --type image "$1" >/dev/null 2>&1; else "${tool[@]}" image inspect "$1" >/dev/null 2>&1; fi
}

import_image() { # import_image TAR NAME:TAG
  local container
  if [ "$builder" = buildah ]; then
    container=$("${tool[@]}" from scratch)
    "${tool[@]}" add -q "$container" "$1" / >&2
    "${tool[@]}" commit -q --rm "$container" "$2" >&2
  else
    "${tool[@]}" import "$1" "$2" >&2
  fi
}

build_image() { # build_image NAME:TAG OPTION... CONTEXT: the options are those that all three know
  local name=$1
  shift
  case $builder in
    buildah) "${tool[@]}" bud --layers --isolation chroot --network host -t "$name" "$@" ;;
    podman) "${tool[@]}" build --layers --isolation chroot --network host -t "$name" "$@" ;;
    docker) DOCKER_BUILDKIT=1 "${tool[@]}" build --progress plain --network host -t "$name" "$@" ;;
  esac
}

save_image() { # save_image NAME:TAG FILE: as a docker archive
  rm -f "$2.part"
  case $builder in
    buildah) "${tool[@]}" push -q "$1" "docker-archive:$2.part:$1" >&2 ;;
    podman) "${tool[@]}" save -q --format docker-archive -o "$2.part" "$1" >&2 ;;
    docker) "${tool[@]}" save -o "$2.part" "$1" >&2 ;;
  esac
  mv "$2.part" "$2"
}
